import type { Range } from '../dialect.ts';
import type { Line } from '../text/source.ts';

/**
 * Copying a page joins lines: `…する。 - 次の項目`, `・一つ ・二つ ・三つ`, `…。 ●次の見出し`. Where a mark stands in the
 * middle of a line and what is before it is finished, a new line begins.
 */
export function splitJoined({ start, end, text }: Line): Range[] {
  const listed = /^\s*・/.test(text) || text.split(' ・').length > 2;
  const lead = text.length - text.trimStart().length;
  const cuts = [...text.matchAll(JOINT)]
    .map(({ index, 0: joint }) => ({ at: index, mark: joint.trim() }))
    .filter(({ at, mark }) => at >= lead && ((mark === '・' && listed) || isFinished(text, at, mark)))
    .map(({ at }) => start + at + 1);
  return [start, ...cuts].map((from, index) => ({ start: from, end: cuts[index] ?? end }));
}

const JOINT = /\s(?:- |[・●■◆※]|[①-⑳])(?=\S)/gu;

/** What stands before ` - ` must be long enough not to be a title of two halves. */
const LONG_ENOUGH = 10;

/** Is what stands before a mark the end of a sentence, or, before ` - `, at least of a Japanese word? */
function isFinished(text: string, at: number, mark: string): boolean {
  const before = text.charAt(at - 1);
  if (/[。）)]/u.test(before)) return mark !== '-' || at >= LONG_ENOUGH;
  return mark === '-' && at >= LONG_ENOUGH && /[」\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]/u.test(before);
}
