import { createHash } from 'node:crypto';

/** A file of the bundle, by its path inside it. */
export interface BundleFile {
  readonly path: string;
  readonly content: Uint8Array;
}

export const jsonFile = (path: string, value: unknown): BundleFile => ({
  path,
  content: new TextEncoder().encode(JSON.stringify(value)),
});

/** A JSON file whose name changes with its content. */
export const namedJsonFile = (name: string, value: unknown): BundleFile =>
  jsonFile(`${name}_${digestOf([JSON.stringify(value)])}.json`, value);

/** What names of files take from their content. */
export function digestOf(contents: Iterable<string | Uint8Array>): string {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content);
  return hash.digest('hex').slice(0, 10);
}
