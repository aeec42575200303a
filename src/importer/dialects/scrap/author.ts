/**
 * The line between two posts: the picture's text and the name, which are the same, without a space between them; on
 * some copies the date of the post follows. Such a line stands alone, before a blank line.
 */
export const isAuthorLine = (line: string, next: string | undefined): boolean =>
  (next === undefined || next.trim() === '') && AUTHOR.test(line.trimEnd()) && LETTER.test(line);

const AUTHOR =
  /^(\S(?:.{0,38}\S)?)\1(?:\s*\d[\d/年月日時分秒週間ヶか前 :]*(?:に(?:更新|編集|投稿|作成)(?:済み)?)?)?$/u;

const LETTER = /\p{L}/u;
