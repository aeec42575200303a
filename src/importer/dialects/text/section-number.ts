const NUMBER = String.raw`[0-9０-９]{1,3}`;
const JOINT = String.raw`[-.．－]`;

/**
 * The number of a section: `09-02. `, `1)`, `１．`, and `1-2 ` or `3.1 ` without a sign behind it. 「3 層」 and 「2.0 の変更」
 * are no numbers of sections.
 */
export const SECTION_NUMBER = new RegExp(
  String.raw`(${NUMBER}(?:${JOINT}${NUMBER}){0,4})[.．)）][ \t\u3000]*(?=[^\d\s])|` +
    String.raw`(${NUMBER}(?:${JOINT}${NUMBER}){1,4})[ \t\u3000]+(?=[^\d\s\p{sc=Hiragana}])`,
  'u',
);

/** The number that the words of a heading begin with; empty when there is none. */
export const sectionNumber = (words: string): string => LEADING.exec(words)?.[0] ?? '';

const LEADING = new RegExp(`^(?:${SECTION_NUMBER.source})`, 'u');
