import { z } from 'zod';
import { diagnose, nearest, type Diagnostic } from '../diagnostics/index.ts';
import { wordIssue } from './issue-words.ts';
import type { YamlSource } from './yaml-source.ts';

z.config({ ...z.locales.ja(), customError: wordIssue });

/**
 * Checks a YAML value against its schema.
 *
 * @returns the parsed value, or one finding for each fault at the place where it stands
 */
export function validateYaml<S extends z.ZodType>(
  schema: S,
  source: YamlSource,
): { data: z.output<S> | undefined; diagnostics: Diagnostic[] } {
  if (source.faults.length > 0)
    return {
      data: undefined,
      diagnostics: source.faults.map(({ reason, source: at }) => diagnose('N401', at, { reason })),
    };
  // A file that holds nothing but comments.
  const nothing = schema instanceof z.ZodArray ? [] : {};
  const result = schema.safeParse(source.value ?? nothing);
  if (result.success) return { data: result.data, diagnostics: [] };
  return {
    data: undefined,
    diagnostics: result.error.issues.flatMap((i) => describeIssue(i, schema, source)),
  };
}

function describeIssue(issue: z.core.$ZodIssue, schema: z.ZodType, source: YamlSource): Diagnostic[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path);
    return issue.keys.map((key) =>
      diagnose('N402', source.locateKey(path, key), { key, nearest: nearest(key, known) }),
    );
  }
  const meaning = schemaAt(schema, path)?.description;
  return [
    diagnose('N403', source.locate(path), {
      path: path.map(String).join('.') || 'ファイル全体',
      problem: wordProblem(issue, valueAt(source.value, path)),
      meaning,
    }),
  ];
}

function wordProblem(issue: z.core.$ZodIssue, received: unknown): string {
  if (received === undefined && issue.code === 'invalid_type') return '書かれていません。';
  if (issue.code !== 'invalid_value') return issue.message;
  const near = typeof received === 'string' ? nearest(received, issue.values.map(String)) : undefined;
  return `${issue.message}${near ? `「${near}」のことですか。` : ''}`;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );
}

/** The schema that stands under a path, through arrays, defaults and optionals. */
function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  let at: z.ZodType | undefined = schema;
  for (const key of path) {
    const inner: z.ZodType | undefined = at && unwrap(at);
    if (inner instanceof z.ZodObject) at = inner.shape[String(key)] as z.ZodType | undefined;
    else if (inner instanceof z.ZodArray) at = inner.element as z.ZodType;
    else return undefined;
  }
  return at;
}

function unwrap(schema: z.ZodType): z.ZodType {
  let at = schema;
  while (at instanceof z.ZodOptional || at instanceof z.ZodDefault) at = at.unwrap() as z.ZodType;
  return at;
}

function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const at = schemaAt(schema, path);
  const inner = at && unwrap(at);
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}
