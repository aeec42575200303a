import { encodeLast, encodePair, encodeWord } from './encode.ts';
import { casedWord, normalize } from './normalize.ts';
import { cutRuns, joinWord, partsOf } from './runs.ts';

/**
 * One position of the index: an ASCII word, or one character of a text without spaces together with the next one.
 * Tokens follow each other without a gap over spaces and punctuation, so `Lambda 関数` and `Lambda関数` are the same.
 */
export interface Token {
  /** The word that stands in the index. */
  readonly code: string;
  /** Range in the source text. Ranges do not overlap, though marks that fold away lie in none. */
  readonly start: number;
  readonly end: number;
  /** Whether it stands inside a katakana word and does not begin it: every one of データベース but デー. */
  readonly within: boolean;
}

const KATAKANA = /[ァ-ヺー]/;

/** The tokens of a text: the one stream that the index is built from and that queries and excerpts are compared with. */
export function tokenize(source: string): Token[] {
  const normalized = normalize(withoutAddresses(source));
  const { text, offsets } = normalized;
  const at = (unit: number) => offsets[unit] ?? source.length;
  const tokens: Token[] = [];
  for (const { kind, start, end } of cutRuns(normalized)) {
    if (kind === 'word') {
      tokens.push({
        code: encodeWord(joinWord(text.slice(start, end))),
        start: at(start),
        end: at(end),
        within: false,
      });
      continue;
    }
    const characters = [...text.slice(start, end)];
    let unit = start;
    characters.forEach((character, i) => {
      const next = characters[i + 1];
      const code = next === undefined ? encodeLast(character) : encodePair(character + next);
      const within = KATAKANA.test(character) && KATAKANA.test(characters[i - 1] ?? '');
      tokens.push({ code, start: at(unit), end: at(unit + character.length), within });
      unit += character.length;
    });
  }
  return tokens;
}

/**
 * The index words for the parts of a text's compound words, in order. They are indexed behind the text that they
 * come from, where they disturb no phrase: `CloudFormation` is found by `cloud formation` too.
 */
export function tokenizeParts(source: string): string[] {
  const normalized = normalize(withoutAddresses(source));
  return cutRuns(normalized)
    .filter(({ kind }) => kind === 'word')
    .flatMap(({ start, end }) => partsOf(casedWord(normalized, start, end)))
    .map(encodeWord);
}

/** Addresses are not searched: blanked, so that offsets stay. */
const withoutAddresses = (text: string): string =>
  text.replace(/https?:\/\/[\w\-./?%&=#~:@!$'()*+,;]+/g, (address) => ' '.repeat(address.length));
