/**
 * Is this line a sentence, or a name that could head a section? Notes without markup leave nothing else to go by.
 * Length is no help: headings run to 35 characters and sentences go down to eight.
 */
export function isSentence(line: string): boolean {
  const text = line.trim();
  return ENDED.test(text) || /[。．].|、.*を/u.test(text) || /https?:\/\//i.test(text) || VERBAL.test(text);
}

/** Full stops and what may follow them. A trailing `。)` closes a remark in brackets. */
const ENDED = /[。．！？!?…][」』）)\]"”]*$|[、,:：;；]$/u;

/**
 * What Japanese sentences end in when they have no full stop: verbs in る・う・く・す・む…, た and だ, adjectives, です
 * and ます. Nouns that end alike (使い方の違い, やり方, 一覧) are left alone by asking for the letter before.
 */
const VERBAL =
  /(?:る|[^か]た|[^いまは]だ|ます|です|ません|でした|す|[行使思言扱払買従伴違う]う|[書置動働開続除引招]く|[む読ぶぬ]|[なたしくすよ良高低多少速遅広狭強弱軽重安悪早長短]い|こと|可能|必要|不要|か)[)）」』”"]*$/u;

/** Short enough to be the head of a section, and not a sentence. */
export const isHead = (line: string, limit = 40): boolean => {
  const text = line.trim();
  return text !== '' && text.length <= limit && !isSentence(text);
};
