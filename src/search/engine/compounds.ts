import { keyOf } from '../tokens/index.ts';
import type { Aliases } from './aliases.ts';

const SPLIT = { whole: 5, part: 3 } as const;
const KATAKANA_OR_KANJI = /[ァ-ヺ\u3400-\u9fff]/;

/** At least four characters, none of them ASCII at the beginning and the end. */
const JOINT = /^[^\x20-\x7e].{2,}[^\x20-\x7e]$/;
/** What a verb ends with before anything is added to it. */
const ENDING = /[うくぐすつぬぶむる]$/;
const withoutParticles = (text: string): string => text.replace(/(?<=[^ぁ-ゖ])[のをがはに](?=[^ぁ-ゖ])/g, '');

/** Known words of several parts that a sentence has, whatever stands between the parts and whatever their verb ends with. */
export function knownWordsIn(sentence: string, { keys }: Aliases): readonly string[] {
  const text = withoutParticles(keyOf(sentence));
  return keys.filter((key) => JOINT.test(key) && text.includes(withoutParticles(key).replace(ENDING, '')));
}

/** The parts of a text that are known words of their own, longest first, and what is between them. */
export function splitCompound(text: string, aliases: Aliases): readonly string[] {
  const key = keyOf(text);
  if (key.length < SPLIT.whole || !KATAKANA_OR_KANJI.test(key) || aliases.isName(key)) return [text];
  const inside = aliases.keys
    .filter((k) => k.length >= SPLIT.part && key.includes(k) && KATAKANA_OR_KANJI.test(k))
    .sort((a, b) => b.length - a.length)[0];
  if (inside === undefined) return [text];
  const at = key.indexOf(inside);
  const [before = [], after = []] = [key.slice(0, at), key.slice(at + inside.length)].map((part) =>
    part.length > 1 ? splitCompound(part, aliases) : [],
  );
  return [...before, inside, ...after];
}

const BORDER = /(?<=[ァ-ヺー])(?=[一-鿿])|(?<=[一-鿿])(?=[ァ-ヺ])/g;

/** A compound as it is said at length: キャッシュ削除 as キャッシュの削除 and キャッシュを削除. */
export const spellOut = (text: string): string[] =>
  ['の', 'を'].map((particle) => text.replace(BORDER, particle)).filter((way) => way !== text);
