/**
 * A sorted list of words in which each begins with as much of the one before as it has in common with it, given as a
 * capital letter: A for nothing, B for one letter. Index words have no capital letters of their own.
 */
const NOTHING = 'A'.charCodeAt(0);
const MOST = 25;

export function packWords(words: readonly string[]): string {
  let before = '';
  return words
    .map((word) => {
      let shared = 0;
      while (shared < Math.min(MOST, word.length) && word[shared] === before[shared]) shared += 1;
      before = word;
      return String.fromCharCode(NOTHING + shared) + word.slice(shared);
    })
    .join('');
}

export function unpackWords(packed: string): string[] {
  let word = '';
  return (packed.match(/[A-Z][^A-Z]*/g) ?? []).map(
    (part) => (word = word.slice(0, part.charCodeAt(0) - NOTHING) + part.slice(1)),
  );
}
