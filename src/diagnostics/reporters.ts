import { isError, sortDiagnostics, wordDiagnostic, type Diagnostic } from './diagnostic.ts';

export interface ReportOptions {
  /** ANSI colours; only when the output is a terminal. */
  readonly color: boolean;
}

/** For people: one block a finding, errors last line counted. */
export function reportText(diagnostics: readonly Diagnostic[], { color }: ReportOptions): string {
  const paint = (code: number, text: string) => (color ? `\u001b[${code}m${text}\u001b[0m` : text);
  const blocks = sortDiagnostics(diagnostics).map((diagnostic) => {
    const { title, message, hint } = wordDiagnostic(diagnostic);
    const { file, line, column } = diagnostic.source;
    const tone = { error: 31, warning: 33, info: 36 }[diagnostic.severity];
    return [
      `${paint(1, `${file}:${line}:${column}`)} ${paint(tone, diagnostic.code)} ${title}`,
      `  ${message}`,
      `  → ${hint}`,
    ].join('\n');
  });
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n\n${countLine(diagnostics)}\n`;
}

/** For programs. */
export function reportJson(diagnostics: readonly Diagnostic[]): string {
  const findings = sortDiagnostics(diagnostics).map((d) => ({ ...d, ...wordDiagnostic(d) }));
  return `${JSON.stringify({ findings, errors: diagnostics.filter(isError).length }, null, 2)}\n`;
}

/**
 * For GitHub Actions: one workflow command a finding.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions#setting-an-error-message
 */
export function reportGithub(diagnostics: readonly Diagnostic[], root: string): string {
  const escape = (text: string) =>
    text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const escapeProperty = (text: string) => escape(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return sortDiagnostics(diagnostics)
    .map((d) => {
      const { title, message, hint } = wordDiagnostic(d);
      const level = { error: 'error', warning: 'warning', info: 'notice' }[d.severity];
      const { file, line, column } = d.source;
      const place = `file=${escapeProperty(`${root}/${file}`)},line=${line},col=${column}`;
      return `::${level} ${place},title=${escapeProperty(`${d.code} ${title}`)}::${escape(`${message} ${hint}`)}\n`;
    })
    .join('');
}

function countLine(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(isError).length;
  const others = diagnostics.length - errors;
  return others === 0 ? `誤り ${errors} 件` : `誤り ${errors} 件、注意 ${others} 件`;
}
