/** Full-width letters cost this much of a line of a phone, Latin ones half of it. */
const LETTER = 0.13;
/** A line of code, which is never folded. */
const CODE_LINE = 1.8;
/** What each element adds to its letters: the rest of its last line, its margins, the name of a cell's column. */
const ELEMENTS: readonly (readonly [tags: string, rems: number])[] = [
  ['h[2-5]', 3],
  ['p|dt|dd|summary|td|th', 1.5],
  ['li', 1],
  ['figure', 4],
];
/** Its own margins, and one line that a script may add. */
const SECTION = 5;

/**
 * About how high a section is on a phone, in rem: rather too high than too low, by a quarter on average. Holds its place
 * until the browser has laid it out.
 *
 * @param html what the section contains, as this site writes it
 */
export function estimateHeight(html: string): number {
  let pictures = 0;
  let lines = 0;
  const rest = html
    .replaceAll(/<svg [^>]*?viewBox="[-\d. ]+ ([\d.]+)".*?<\/svg>/gs, (_, height: string) => {
      pictures += Number(height) / 16;
      return '';
    })
    .replaceAll(/<pre.*?<\/pre>/gs, (code) => {
      lines += code.split('\n').length;
      return '';
    });
  const text = rest.replaceAll(/<[^>]*>/g, '').replaceAll(/&#?\w+;/g, '-');
  const latin = text.match(/[ -~]/g)?.length ?? 0;
  const elements = ELEMENTS.map(
    ([tags, rems]) => rems * (rest.match(new RegExp(`<(?:${tags})[ >]`, 'g'))?.length ?? 0),
  );
  return Math.ceil(
    SECTION +
      pictures +
      lines * CODE_LINE +
      (text.length - latin / 2) * LETTER +
      elements.reduce((sum, rems) => sum + rems, 0),
  );
}
