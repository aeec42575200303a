import type { BlogLine } from './line.ts';

/**
 * How high the marks of headings stand, highest first. Authors use them as they please, but squares stand above
 * diamonds, and full circles below hollow ones unless the note begins with a full one.
 */
const RANKS: readonly string[] = ['■□❖', '◆◇', '〇○◯◎▼▽▶►', '', '-–—－', '●◉⚫【＜<《≪［', '・･•‣◦▪'];

const BRACKETS = /[【＜<《≪［]/u;

/** Where a name in brackets stands when it groups the heads with `- ` below it. */
const GROUP = 3;

/** Levels of headings below a service. Only marks that are open count, so levels have no gaps. */
export class HeadingLevels {
  readonly #swapped: boolean;
  #open: number[] = [];

  constructor(lines: readonly BlogLine[]) {
    const circle = lines.find(
      ({ kind, mark }) => kind === 'dot' || (kind === 'section' && /[〇○◯◎]/u.test(mark)),
    );
    this.#swapped = circle?.kind === 'dot' && lines.some(({ mark }) => /[〇○◯◎]/u.test(mark));
  }

  reset(): void {
    this.#open = [];
  }

  /** The level of a heading with this mark, from 3. `group`: headings with `- ` follow right below it. */
  next(mark: string, group: boolean): number {
    const rank = this.#rank(mark, group);
    this.#open = this.#open.filter((open) => open < rank);
    this.#open.push(rank);
    return 2 + this.#open.length;
  }

  #rank(mark: string, group: boolean): number {
    if (mark === '') return RANKS.length;
    // The more numbers, the deeper; all of them above other marks.
    if (/^[0-9０-９]/u.test(mark)) return mark.split(/[-.．－](?=.)/u).length - 10;
    if (group && BRACKETS.test(mark)) return GROUP;
    const rank = RANKS.findIndex((marks) => marks.includes(mark));
    const [hollow, full] = [2, 5];
    if (!this.#swapped || /[▼▽▶►]/u.test(mark) || BRACKETS.test(mark)) return rank;
    return rank === hollow ? full : rank === full ? hollow : rank;
  }
}
