import { joinWord, keyOf } from '../tokens/index.ts';
import type { Aliases } from './aliases.ts';
import type { Dictionary } from './shards.ts';

const SPLIT = { whole: 5, part: 3 } as const;
const KATAKANA_OR_KANJI = /[ァ-ヺ\u3400-\u9fff]/;

/** At least four characters, none of them ASCII at the beginning and the end. */
const JOINT = /^[^\x20-\x7e].{2,}[^\x20-\x7e]$/;
/** What a verb ends with before anything is added to it. */
const ENDING = /[うくぐすつぬぶむる]$/;
const withoutParticles = (text: string): string => text.replace(/(?<=[^ぁ-ゖ])[のをがはに](?=[^ぁ-ゖ])/g, '');

/** How a known word may begin in a sentence: where katakana do, and at each Chinese character. */
const BEGINNINGS = /(?=((?:(?<![ァ-ヺー])[ァ-ヺ]|[一-鿿]).))/g;

/** Known words of several parts that a sentence has, whatever stands between the parts and whatever their verb ends with. */
export async function knownWordsIn(sentence: string, aliases: Aliases): Promise<readonly string[]> {
  const text = withoutParticles(keyOf(sentence));
  const known = await wordsBeginning(
    [...text.matchAll(BEGINNINGS)].map(([, beginning = '']) => beginning),
    aliases,
  );
  return known.filter((key) => JOINT.test(key) && text.includes(withoutParticles(key).replace(ENDING, '')));
}

/** The parts of a text that are known words of their own, longest first, and what is between them. */
export async function splitCompound(text: string, aliases: Aliases): Promise<readonly string[]> {
  const key = keyOf(text);
  if (key.length < SPLIT.whole || !KATAKANA_OR_KANJI.test(key) || (await aliases.isName(key))) return [text];
  const beginnings = [...key].map((_, at) => key.slice(at, at + SPLIT.part));
  const known = await wordsBeginning(
    beginnings.filter(({ length }) => length === SPLIT.part),
    aliases,
  );
  const inside = known
    .filter((word) => key.includes(word) && KATAKANA_OR_KANJI.test(word))
    .sort((a, b) => b.length - a.length)[0];
  if (inside === undefined) return [text];
  const at = key.indexOf(inside);
  const [before = [], after = []] = await Promise.all(
    [key.slice(0, at), key.slice(at + inside.length)].map((part) =>
      part.length > 1 ? splitCompound(part, aliases) : [],
    ),
  );
  return [...before, inside, ...after];
}

async function wordsBeginning(beginnings: readonly string[], { startingWith }: Aliases): Promise<string[]> {
  return (await Promise.all([...new Set(beginnings)].map(startingWith))).flat();
}

const BORDER = /(?<=[ァ-ヺー])(?=[一-鿿])|(?<=[一-鿿])(?=[ァ-ヺ])/g;

/** A compound as it is said at length: キャッシュ削除 as キャッシュの削除 and キャッシュを削除. */
export const spellOut = (text: string): string[] =>
  ['の', 'を'].map((particle) => text.replace(BORDER, particle)).filter((way) => way !== text);

/** Shorter ones are parts of many words. */
const SHORTEST_ENGLISH = 4;

/** English of two known words that was typed in one, as these two: `imagebuilder` as `image builder`. */
export async function cutEnglish(text: string, vocabulary: Dictionary<number>): Promise<string[]> {
  const key = joinWord(keyOf(text));
  if (!/^[a-z]+$/.test(key)) return [];
  const cuts = [...key].map((_, at) => [key.slice(0, at), key.slice(at)]);
  const long = cuts.filter((parts) => parts.every(({ length }) => length >= SHORTEST_ENGLISH));
  const known = await Promise.all(
    long.map(async (parts) => (await Promise.all(parts.map(vocabulary.get))).every((pages) => pages)),
  );
  return long.filter((_, i) => known[i]).map((parts) => parts.join(' '));
}
