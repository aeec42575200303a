import type { Line } from '../text/source.ts';

/**
 * The line between two posts: the picture's text and the name, which are the same, without a space between them; on
 * some copies the date of the post follows. Such a line stands alone, before a blank line.
 */
export const isAuthorLine = (line: string, next: string | undefined): boolean =>
  (next === undefined || next.trim() === '') && nameIn(line) !== undefined;

/**
 * The lines of a part that name an author. わくわく is a word, and nobody's line, when it is short and stands there once.
 */
export function authorLines(lines: readonly Line[]): ReadonlySet<Line> {
  const found = lines.filter(({ text }, index) => isAuthorLine(text, lines[index + 1]?.text));
  const counts = Map.groupBy(found, ({ text }) => nameIn(text));
  return new Set(
    found.filter(({ text }) => {
      const name = nameIn(text) ?? '';
      return name.length >= UNMISTAKABLE || (counts.get(name)?.length ?? 0) > 1;
    }),
  );
}

/** A name of this length does not repeat by chance. */
const UNMISTAKABLE = 3;

const nameIn = (line: string): string | undefined =>
  LETTER.test(line) ? AUTHOR.exec(line.trimEnd())?.[1] : undefined;

const AUTHOR =
  /^(\S(?:.{0,38}\S)?)\1(?:\s*\d[\d/年月日時分秒週間ヶか前 :]*(?:に(?:更新|編集|投稿|作成)(?:済み)?)?)?$/u;

const LETTER = /\p{L}/u;
