/** An MDX file cut into its two halves. Lines count from 1 in the file. */
export interface SplitFile {
  /** The YAML between the `---` lines; undefined when the file does not begin with them. */
  readonly yaml: string | undefined;
  readonly yamlLine: number;
  readonly body: string;
  readonly bodyLine: number;
}

const FRONT_MATTER = /^---[ \t]*\r?\n(?<yaml>[\s\S]*?)(?<=\n)---[ \t]*(?:\r?\n|$)/;

/** Splits front matter from body. A file without front matter is all body. */
export function splitFrontMatter(text: string): SplitFile {
  const match = FRONT_MATTER.exec(text);
  if (!match) return { yaml: undefined, yamlLine: 1, body: text, bodyLine: 1 };
  const body = text.slice(match[0].length);
  return {
    yaml: match.groups?.['yaml'] ?? '',
    yamlLine: 2,
    body,
    bodyLine: match[0].split('\n').length,
  };
}
