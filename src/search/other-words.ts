export const ASCII = /^[\x20-\x7e]+$/;
/** In a name of two scripts (DynamoDB ストリーム), the Latin letters say what is meant. */
export const LATIN = /[a-z]/;

/** Another word for a word, both in their one spelling. */
export interface OtherWord {
  readonly text: string;
  /** A name of the same service: a page with it has what was asked for, and not something near it. */
  readonly name: boolean;
  /** Worth looking up although the typed word itself is found. */
  readonly apt: boolean;
  /** Not a form of the typed Japanese word, only one that means the same. */
  readonly synonym: boolean;
}

/** Under what other words for a verb are found, whatever its ending. */
export const stemKey = (character: string): string => `${character}~`;

const FLAGS = { name: 1, apt: 2, synonym: 4 } as const;
const NO_FLAG = 'A'.charCodeAt(0);

/** Each word after a capital letter that says what it is; words have no capital letters of their own. */
export const packOtherWords = (words: Iterable<OtherWord>): string =>
  [...words]
    .map(({ text, name, apt, synonym }) => {
      const flags = (name ? FLAGS.name : 0) | (apt ? FLAGS.apt : 0) | (synonym ? FLAGS.synonym : 0);
      return String.fromCharCode(NO_FLAG + flags) + text;
    })
    .join('');

export const unpackOtherWords = (packed: string): OtherWord[] =>
  (packed.match(/[A-H][^A-H]+/g) ?? []).map((part) => {
    const flags = part.charCodeAt(0) - NO_FLAG;
    return {
      text: part.slice(1),
      name: (flags & FLAGS.name) > 0,
      apt: (flags & FLAGS.apt) > 0,
      synonym: (flags & FLAGS.synonym) > 0,
    };
  });
