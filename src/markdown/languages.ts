import { bundledLanguagesInfo } from 'shiki';

/** Every name under which a language of code may be written, to its id. */
export const LANGUAGES: ReadonlyMap<string, string> = new Map(
  bundledLanguagesInfo.flatMap(({ id, aliases = [] }) => [id, ...aliases].map((name) => [name, id] as const)),
);

/** Names for text without colours. */
export const PLAIN_LANGUAGES: ReadonlySet<string> = new Set(['text', 'txt', 'plain', 'plaintext', 'console']);
