import { ASCII, LATIN, stemKey, type OtherWord } from '../other-words.ts';
import { stemOf } from '../tokens/index.ts';

/** Groups of words that mean the same, in their one spelling. */
export interface AliasGroups {
  /** For each service its own names, and what else people type for it: short forms, old names, parts of it. */
  readonly names: readonly (readonly [heads: readonly string[], others: readonly string[]])[];
  /** Other ways to say one thing. */
  readonly words: readonly (readonly string[])[];
}

/** For each word of the groups the other words for it, none when it has only itself; for verbs also by their stems. */
export function listOtherWords({ names, words }: AliasGroups): Map<string, OtherWord[]> {
  const others = new Map<string, Map<string, OtherWord>>();
  const add = (word: string, text: string, { name, apt }: Pick<OtherWord, 'name' | 'apt'>) => {
    const known = others.get(word) ?? new Map<string, OtherWord>();
    others.set(word, known);
    if (text.includes(word) || word.includes(text)) return;
    known.set(text, {
      text,
      name,
      apt: apt || known.get(text)?.apt === true,
      synonym: !LATIN.test(word) && !isForm(word, text),
    });
  };
  for (const group of words)
    for (const word of [...group, ...group.flatMap(joined)])
      for (const text of group) {
        const same = joined(text).includes(word);
        add(word, text, { name: same, apt: same || ASCII.test(word) });
        const stem = stemOf(word);
        if (stem !== undefined && text !== word) add(stemKey(stem), text, { name: false, apt: true });
      }
  for (const [heads, rest] of names)
    for (const word of [...heads, ...rest])
      for (const text of [...heads, ...rest])
        add(word, text, { name: true, apt: heads.includes(text) && !heads.includes(word) });
  return new Map([...others].map(([word, known]) => [word, [...known.values()]]));
}

/** English of several words as it is typed in one: `sessionmanager` for `session manager`. */
const joined = (word: string): string[] =>
  ASCII.test(word) && word.includes(' ') ? [word.replaceAll(' ', '')] : [];

/** Whether both are forms of one word: オートスケーリング and オートスケール begin alike for most of their letters. */
function isForm(a: string, b: string): boolean {
  let alike = 0;
  while (alike < a.length && a[alike] === b[alike]) alike += 1;
  return alike * 3 >= Math.min(a.length, b.length) * 2;
}
