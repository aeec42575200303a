/** The rows of the Japanese syllabary, by which indexes are grouped. */
const ROWS: readonly { label: string; kana: string }[] = [
  { label: 'あ', kana: 'あいうえお' },
  { label: 'か', kana: 'かきくけこ' },
  { label: 'さ', kana: 'さしすせそ' },
  { label: 'た', kana: 'たちつてと' },
  { label: 'な', kana: 'なにぬねの' },
  { label: 'は', kana: 'はひふへほ' },
  { label: 'ま', kana: 'まみむめも' },
  { label: 'や', kana: 'やゆよ' },
  { label: 'ら', kana: 'らりるれろ' },
  { label: 'わ', kana: 'わをん' },
];

/** The row of what begins with neither kana nor anything read as kana. */
export const OTHER_ROW = 'その他';

const SMALL = 'ぁぃぅぇぉっゃゅょゎゕゖ';
const LARGE = 'あいうえおつやゆよわかけ';

const collator = new Intl.Collator('ja');

/** Order by what is seen, for lists of names in letters: few know how 「ECR」 is read. Letters come before kana. */
export const compareNames = (a: string, b: string): number => collator.compare(a, b);

/** Order by reading, as a Japanese dictionary has it. */
export const compareReadings = (a: string, b: string): number =>
  collator.compare(toHiragana(a), toHiragana(b));

/** The row under which a reading stands: 「ガード」 is under か. */
export function kanaRow(reading: string): string {
  const first = toHiragana(reading).normalize('NFD').charAt(0);
  if (first === '') return OTHER_ROW;
  const small = SMALL.indexOf(first);
  const kana = small >= 0 ? LARGE.charAt(small) : first;
  return ROWS.find((row) => row.kana.includes(kana))?.label ?? OTHER_ROW;
}

/** Groups things by the row of their reading, rows and things in dictionary order. */
export function groupByKana<T>(
  things: readonly T[],
  readingOf: (thing: T) => string,
): { label: string; things: T[] }[] {
  const sorted = things
    .map((thing) => ({ thing, reading: toHiragana(readingOf(thing)) }))
    .toSorted((a, b) => collator.compare(a.reading, b.reading));
  const groups = Map.groupBy(sorted, ({ reading }) => kanaRow(reading));
  return [...ROWS.map(({ label }) => label), OTHER_ROW].flatMap((label) => {
    const found = groups.get(label);
    return found ? [{ label, things: found.map(({ thing }) => thing) }] : [];
  });
}

/** Whether a word is written as it is read, so that its reading need not be shown. */
export const sameReading = (word: string, reading: string): boolean =>
  toHiragana(word) === toHiragana(reading);

const toHiragana = (text: string): string =>
  text.replace(/[ァ-ヶ]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60));
