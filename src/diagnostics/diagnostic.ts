import type { CatalogEntry } from './catalog-entry.ts';
import { catalog, type DiagnosticCode, type DiagnosticValues } from './catalog.ts';

export type Severity = 'error' | 'warning' | 'info';

/** A place in a file. Lines and columns count from 1; `file` is relative to the folder that was read. */
export interface SourcePosition {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The place of a finding about a file as a whole. */
export const startOf = (file: string): SourcePosition => ({ file, line: 1, column: 1 });

/** One finding, as data. How it is worded is the catalogue's business, how it is printed a reporter's. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly source: SourcePosition;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Makes a finding; the values are checked against the code's catalogue entry. */
export function diagnose<C extends DiagnosticCode>(
  code: C,
  source: SourcePosition,
  ...[values, severity]: DiagnosticValues<C> extends undefined
    ? [values?: undefined, severity?: Severity]
    : [values: DiagnosticValues<C>, severity?: Severity]
): Diagnostic {
  return { code, severity: severity ?? 'error', source, values: { ...(values as object | undefined) } };
}

/** The Japanese wording of a finding. */
export function wordDiagnostic(diagnostic: Diagnostic): { title: string; message: string; hint: string } {
  const entry: CatalogEntry = catalog[diagnostic.code];
  return {
    title: entry.title,
    message: entry.message(diagnostic.values),
    hint: entry.hint(diagnostic.values),
  };
}

export const isError = (diagnostic: Diagnostic): boolean => diagnostic.severity === 'error';

/** In reading order: by file, line, column, then code. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) =>
      compare(a.source.file, b.source.file) ||
      a.source.line - b.source.line ||
      a.source.column - b.source.column ||
      compare(a.code, b.code),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
