import type { z } from 'zod';

/** What YAML values are called, by the names that Zod has for them. */
const KINDS: Readonly<Record<string, string>> = {
  array: 'リスト',
  boolean: 'true か false',
  int: '整数',
  null: '空',
  number: '数',
  object: '「キー: 値」の組',
  record: '「キー: 値」の組',
  string: '文字列',
};

const kindOf = (value: unknown): string => {
  const kind = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  return KINDS[kind] ?? kind;
};

/** What is wrong with a value, where the schema has no words of its own for it. */
export const wordIssue: z.core.$ZodErrorMap = (issue) => {
  const { input } = issue;
  if (issue.code === 'invalid_type' && input !== undefined)
    return `${KINDS[issue.expected] ?? issue.expected}で書きます（今は${kindOf(input)}です）。`;
  if (issue.code === 'too_big' && typeof input === 'string')
    return `${issue.maximum} 字以内で書きます（今は ${input.length} 字です）。`;
  if (issue.code === 'invalid_value')
    return `「${String(input)}」は使えません。使えるのは ${issue.values.map(String).join('、')} です。`;
  return undefined;
};
