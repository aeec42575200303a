import type { Line } from '../text/source.ts';

/**
 * The line between two posts: the picture's text and the name, which are the same, without a space between them; on
 * some copies the date of the post follows, there or below. Such a line stands alone, before a blank line.
 */
export const isAuthorLine = (line: string, next: string | undefined): boolean =>
  (next === undefined || next.trim() === '' || DATE_LINE.test(next)) && nameIn(line) !== undefined;

/**
 * The lines of a part that name an author, and the dates below them. わくわく is a word, and nobody's line, when it is
 * short and stands there once.
 */
export function authorLines(lines: readonly Line[]): ReadonlySet<Line> {
  const found = lines.flatMap((line, index) => {
    const next = lines[index + 1];
    return isAuthorLine(line.text, next?.text) ? [{ line, next, name: nameIn(line.text) ?? '' }] : [];
  });
  const counts = Map.groupBy(found, ({ name }) => name);
  return new Set(
    found
      .filter(({ name }) => name.length >= UNMISTAKABLE || (counts.get(name)?.length ?? 0) > 1)
      .flatMap(({ line, next }) => (next && DATE_LINE.test(next.text) ? [line, next] : [line])),
  );
}

/** A name of this length does not repeat by chance. */
const UNMISTAKABLE = 3;

const nameIn = (line: string): string | undefined =>
  LETTER.test(line) ? AUTHOR.exec(line.trimEnd())?.[1] : undefined;

const DATE = String.raw`\d[\d/年月日時分秒週間ヶか前 :.-]*(?:に(?:更新|編集|投稿|作成)(?:済み)?)?`;

const AUTHOR = new RegExp(String.raw`^(\S(?:.{0,38}\S)?)\1(?:\s*${DATE})?$`, 'u');

const DATE_LINE = new RegExp(String.raw`^\s*${DATE}\s*$`, 'u');

const LETTER = /\p{L}/u;
