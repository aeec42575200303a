import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dialects } from '../../../../src/importer/dialects/index.ts';
import { misplaced, missing, noteOf, parseText, vocabulary, wholeOf } from './reading.ts';

/** Beginnings of lines in every dialect, and what breaks parsers. */
const LEADS = [
  ...[
    '',
    '',
    '  ',
    '    ',
    '\t',
    '> ',
    '>> ',
    '- ',
    '    - ',
    '  • ',
    '    • ',
    '1. ',
    '（１）',
    '（２）',
    '①',
    '・',
    '– ',
  ],
  ...[
    '# ',
    '## 01. ',
    '#### ▼ ',
    '〇',
    '●',
    '■',
    '【',
    '※',
    '★',
    '- ',
    '!!! note ',
    '??? tip ',
    '=== "',
    ':::message ',
    ':::',
  ],
  ...[
    '```',
    '```js:a.js',
    '~~~',
    '| ',
    '|--|--|',
    '---',
    '***',
    '<br>',
    '<!-- ',
    '{/* ',
    '<Tabs title="',
    '</Tabs>',
    '[^1]: ',
  ],
  ...[
    '参考：https://example.com/_a_',
    '> ℹ️ 参考：',
    '**＊例＊**',
    ': ',
    '[TOC]',
    'TanukiTanuki',
    'Open1',
    'Contents',
    '[参考]',
    'S3',
  ],
] as const;

const WORDS = [
  '雲',
  'ノートを置く。',
  '名前',
  'a_b_c',
  '**強い**',
  '`x`',
  '```y```',
  '】',
  ' | ',
  ' |',
  ' - 項目',
  ' ・点',
  '-->',
  '*/}',
  '"',
];

const line = fc
  .tuple(
    fc.constantFrom(...LEADS),
    fc.array(fc.constantFrom(...WORDS, '<level>', '{x}', '&amp;', '\\*', ' '), { maxLength: 4 }),
  )
  .map(([lead, words]) => lead + words.join(''));

const text = fc
  .array(fc.oneof({ weight: 9, arbitrary: line }, fc.string({ unit: 'grapheme', maxLength: 12 })))
  .map((lines) =>
    lines
      .join('\n')
      .normalize('NFC')
      .replace(/[\r\p{C}\p{Zl}\p{Zp}]/gu, (character) =>
        character === '\n' || character === '\t' ? character : '',
      ),
  );

describe.each(dialects.map((dialect) => [dialect.id, dialect] as const))('%s', (_id, dialect) => {
  it.each([20_220_822, 1, 2, 5])('takes any mix of lines whole, seed %i', (seed) => {
    fc.assert(
      fc.property(text, (raw) => {
        const note = noteOf(raw);
        const part = dialect.parse(wholeOf(note), vocabulary);
        expect(missing(note, part)).toEqual([]);
        expect(misplaced(note, part)).toEqual([]);
      }),
      { numRuns: 100, seed },
    );
  });

  it('gives the same tree for the same note', () => {
    fc.assert(
      fc.property(text, (raw) => {
        expect(parseText(dialect, raw)).toEqual(parseText(dialect, raw));
      }),
      { numRuns: 50, seed: 20_220_822 },
    );
  });

  it.each([
    ['quotes in quotes', (n: number) => `${'>'.repeat(n)} 雲`],
    [
      'lists in lists',
      (n: number) => Array.from({ length: n / 10 }, (_, i) => `${'  '.repeat(i)}- 雲`).join('\n'),
    ],
    ['comments without an end', (n: number) => '<!-- '.repeat(n)],
    ['brackets', (n: number) => '[雲]('.repeat(n)],
    ['stars', (n: number) => '雲**a'.repeat(n)],
    ['bars', (n: number) => '雲 | '.repeat(n)],
    ['joined bullets', (n: number) => ' ・雲'.repeat(n)],
    ['lines of text', (n: number) => '雲\n'.repeat(n)],
    ['indented lines', (n: number) => '      雲\n'.repeat(n)],
  ])('survives thousands of %s', (_what, make) => {
    const started = process.cpuUsage();
    parseText(dialect, make(3000));
    const { user } = process.cpuUsage(started);
    expect(user / 1e6, 'seconds').toBeLessThan(5);
  });
});
