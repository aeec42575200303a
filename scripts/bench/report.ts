import type { OwnFigures } from './own.ts';
import type { PeerFigures } from './theirs.ts';

type Row = readonly (string | number)[];

const MB = 1024 * 1024;
const one = (value: number): string => value.toFixed(1);
const two = (value: number): string => value.toFixed(2);
const seconds = (value: number | undefined): string => (value === undefined ? '—' : one(value));
const memory = (megabytes: number | undefined): string => megabytes?.toFixed(0) ?? '—';

/** One row a figure, one column a size. */
export function ownRows(figures: readonly OwnFigures[]): Row[] {
  const row = (title: string, of: (figure: OwnFigures) => string): Row => [title, ...figures.map(of)];
  return [
    row('ノート', ({ notes }) => String(notes)),
    row('はじめての組み立て（秒）', ({ cold }) => one(cold.seconds)),
    row('ひとつ直した後（秒）', ({ warm }) => one(warm.seconds)),
    row('直した後 ÷ はじめて', ({ warm, cold }) => two(warm.seconds / cold.seconds)),
    row('プロセッサー、はじめて（秒）', ({ cold }) => seconds(cold.cpuSeconds)),
    row('プロセッサー、直した後（秒）', ({ warm }) => seconds(warm.cpuSeconds)),
    row('ノート／秒', ({ notes, cold }) => one(notes / cold.seconds)),
    row('最大メモリ、はじめて（MB）', ({ cold }) => memory(cold.peakMegabytes)),
    row('最大メモリ、直した後（MB）', ({ warm }) => memory(warm.peakMegabytes)),
    row('出力（MB）', ({ outputBytes }) => one(outputBytes / MB)),
    row('検索の索引（MB）', ({ searchBytes }) => two(searchBytes / MB)),
    row('最初の検索（KB）', ({ search }) => one(search.firstQuery / 1024)),
    row('次の検索（KB）', ({ search }) => one(search.nextQuery / 1024)),
    row('取り込み（秒）', ({ importing }) => one(importing.run.seconds)),
    row('プロセッサー、取り込み（秒）', ({ importing }) => seconds(importing.run.cpuSeconds)),
    row('取り込み（MB／秒）', ({ importing }) => two(importing.megabytes / importing.run.seconds)),
    row('最初のページ、dev（秒）', ({ editing }) => seconds(editing?.firstPage)),
    row('直してから映るまで、dev（秒）', ({ editing }) => (editing ? two(editing.shown) : '—')),
  ];
}

/** How each figure grows from one size to the next; 1 would be no growth at all. */
export function ratioRows(figures: readonly OwnFigures[]): Row[] {
  const steps = figures.slice(1).map((to, i) => ({ from: figures[i] as OwnFigures, to }));
  const row = (title: string, of: (figure: OwnFigures) => number | undefined): Row => [
    title,
    ...steps.map(({ from, to }) => two((of(to) ?? NaN) / (of(from) ?? NaN))),
  ];
  return [
    ['伸び', ...steps.map(({ from, to }) => `${from.notes} → ${to.notes}`)],
    row('ノート', ({ notes }) => notes),
    row('はじめての組み立て', ({ cold }) => cold.seconds),
    row('ひとつ直した後', ({ warm }) => warm.seconds),
    row('プロセッサー、はじめて', ({ cold }) => cold.cpuSeconds),
    row('プロセッサー、直した後', ({ warm }) => warm.cpuSeconds),
    row('最大メモリ', ({ cold }) => cold.peakMegabytes),
    row('出力', ({ outputBytes }) => outputBytes),
    row('検索の索引', ({ searchBytes }) => searchBytes),
    row('最初の検索', ({ search }) => search.firstQuery),
    row('プロセッサー、取り込み', ({ importing }) => importing.run.cpuSeconds),
    row('直してから映るまで、dev', ({ editing }) => editing?.shown),
  ];
}

/** This project beside the peers, with the ratio to each of them. */
export function comparePeers({ own, others }: { own: PeerFigures; others: readonly PeerFigures[] }): Row[] {
  const row = (title: string, of: (figures: PeerFigures) => number | undefined): Row => [
    title,
    one(of(own) ?? NaN),
    ...others.flatMap((other) => [one(of(other) ?? NaN), two((of(own) ?? NaN) / (of(other) ?? NaN))]),
  ];
  const weight = ({ page }: PeerFigures) => (page.html + page.css + page.js) / 1024;
  return [
    ['同じページで', own.name, ...others.flatMap(({ name }) => [name, '比'])],
    row('はじめての組み立て（秒）', ({ cold }) => cold.seconds),
    row('ひとつ直した後（秒）', ({ warm }) => warm.seconds),
    row('プロセッサー、はじめて（秒）', ({ cold }) => cold.cpuSeconds),
    row('プロセッサー、直した後（秒）', ({ warm }) => warm.cpuSeconds),
    row('最大メモリ（MB）', ({ cold }) => cold.peakMegabytes),
    row('ページの重さ（KB、Brotli）', weight),
  ];
}

/** Aligns columns on a terminal, where Japanese letters take two cells. */
export function formatTable(rows: readonly Row[]): string {
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => cells(String(row[i] ?? ''))))) ?? [];
  const line = (row: Row) =>
    row
      .map((value, i) => {
        const text = String(value);
        const gap = ' '.repeat((widths[i] ?? 0) - cells(text));
        return i === 0 ? text + gap : gap + text;
      })
      .join('  ');
  return `${rows.map(line).join('\n')}\n`;
}

const cells = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (/[\u1100-\uffef]/u.test(letter) ? 2 : 1), 0);
