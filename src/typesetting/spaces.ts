/** A number that is no part of a name (EC2, IPv4). */
const NUMBER = String.raw`(?<![\p{L}\p{N}.,_-])\d[\d.,]*`;
const COUNTED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}%]|[A-Za-z]{1,4}(?![A-Za-z])`;

const BOUND = new RegExp(
  [
    `(?<=${NUMBER}) (?=${COUNTED})`,
    // A text that begins with a space goes on from a link or the like.
    String.raw`(?<=[\p{Script=Latin}\p{N}]|^) (?=\p{Script=Hiragana})`,
  ].join('|'),
  'gu',
);

/**
 * Makes those spaces unbreakable that writers set between Latin and Japanese letters where no line should end: between a
 * number and its unit (`5 分`, `128 KB`), and before a particle (`EC2 と`).
 */
export const bindSpaces = (text: string): string => text.replace(BOUND, '\u00a0');
