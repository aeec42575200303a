import { describe, expect, it } from 'vitest';
import { splitFrontMatter } from '../../../src/content/front-matter.ts';
import { loadEntries, type KnownFiles } from '../../../src/content/load.ts';
import { noteFile, serviceFile, yamlFile } from '../content-files.ts';

const places = (files: Parameters<typeof loadEntries>[0]) =>
  loadEntries(files).diagnostics.map(({ code, source, values }) => ({
    code,
    at: `${source.file}:${source.line}:${source.column}`,
    values,
  }));

describe('splitFrontMatter', () => {
  it.each([
    ['---\na: 1\n---\nbody\n', { yaml: 'a: 1\n', body: 'body\n', bodyLine: 4 }],
    ['---\n---\nbody', { yaml: '', body: 'body', bodyLine: 3 }],
    ['---\na: "---"\n---\n', { yaml: 'a: "---"\n', body: '', bodyLine: 4 }],
    ['no front matter\n---\n', { yaml: undefined, body: 'no front matter\n---\n', bodyLine: 1 }],
    ['---\nnever closed\n', { yaml: undefined, body: '---\nnever closed\n', bodyLine: 1 }],
  ])('%j', (text, expected) => {
    expect(splitFrontMatter(text)).toMatchObject(expected);
  });
});

describe('loadEntries', () => {
  it('accepts sound files and keeps where their bodies begin', () => {
    const { entries, diagnostics } = loadEntries([serviceFile('lambda'), noteFile('lambda/scaling')]);
    expect(diagnostics).toEqual([]);
    expect(entries.services[0]?.data.lifecycle).toEqual({ status: 'active', successor: [] });
    expect(entries.notes[0]).toMatchObject({ id: 'lambda/scaling', body: { text: '本文。\n' } });
  });

  it('reports every fault of a file at the place where it stands', () => {
    const file = serviceFile('lambda', { category: 'comput', summry: 'x' }, ['summary']);
    expect(places([file])).toEqual([
      {
        code: 'N403',
        at: 'services/lambda.mdx:5:11',
        values: expect.objectContaining({
          path: 'category',
          problem: expect.stringContaining('「compute」のことですか'),
        }),
      },
      {
        code: 'N403',
        at: 'services/lambda.mdx:2:1',
        values: expect.objectContaining({ path: 'summary', problem: '書かれていません。' }),
      },
      {
        code: 'N402',
        at: 'services/lambda.mdx:10:1',
        values: { key: 'summry', nearest: 'summary' },
      },
    ]);
  });

  it.each<[Record<string, unknown>, string]>([
    [{ order: '四十' }, '数で書きます（今は文字列です）。'],
    [{ order: 1.5 }, '整数で書きます（今は数です）。'],
    [{ tags: '設計' }, 'リストで書きます（今は文字列です）。'],
    [{ sources: [null] }, '「キー: 値」の組で書きます（今は空です）。'],
    [{ title: '題\n名' }, '改行や制御文字は使えません。'],
    [{ title: '題\u202e名' }, '目に見えない文字や、文の向きを変える文字は使えません。'],
    [{ questions: ['速く\u200bしたい'] }, '目に見えない文字や、文の向きを変える文字は使えません。'],
    [{ title: '題'.repeat(63) }, '60 字以内で書きます（今は 63 字です）。'],
    [
      { sources: [{ title: '公式', url: 'https://a.example/', kind: 'offical' }] },
      '「offical」は使えません。使えるのは official、note です。「official」のことですか。',
    ],
  ])('says of %j: %s', (data, problem) => {
    const { diagnostics } = loadEntries([noteFile('lambda/a', data)]);
    expect(diagnostics.map(({ values }) => values['problem'])).toContain(problem);
  });

  it.each([
    ['多い', '半角の数を含めて書きます。'],
    [true, '数か、数を含む文字列で書きます。'],
    [900, undefined],
    ['128〜10,240', undefined],
    ['同時実行数の 10 倍', undefined],
  ])('says of a limit of %j: %s', (value, problem) => {
    const file = yamlFile('quotas/lambda.yaml', {
      service: 'lambda',
      quotas: [
        {
          id: 'timeout',
          name: '時間',
          value,
          adjustable: false,
          checked: '2026-11-22',
          source: 'https://docs.aws.amazon.com/',
        },
      ],
    });
    expect(places([file]).map(({ values }) => values['problem'])).toEqual(problem ? [problem] : []);
  });

  it('reads a known file again only when its text changed', () => {
    const known: KnownFiles = new Map();
    const service = serviceFile('lambda');
    const faulty = noteFile('lambda/limits', { order: 'x' });
    const first = loadEntries([service, noteFile('lambda/scaling'), faulty], known);
    const edited = [service, noteFile('lambda/scaling', { title: '別の題' }), faulty];
    const second = loadEntries(edited, known);
    expect(second.diagnostics).toEqual(loadEntries(edited).diagnostics);
    expect(second.diagnostics).toHaveLength(1);
    expect(second.entries.services[0]).toBe(first.entries.services[0]);
    expect(second.entries.notes[0]?.data.title).toBe('別の題');
  });

  it('finds faults inside lists', () => {
    const file = serviceFile('lambda', { relations: [{ type: 'stores-in', too: 's3' }] });
    const found = places([file]);
    expect(found.map(({ code }) => code)).toEqual(['N403', 'N402']);
    expect(found[1]?.values).toEqual({ key: 'too', nearest: 'to' });
  });

  it.each(['なぜ', 'なぜ消える。', '消えないか？', '早い'.repeat(21)])(
    'does not take 「%s」 for a question',
    (question) => {
      const found = places([noteFile('lambda/scaling', { questions: [question] })]);
      expect(found.map(({ code, values }) => [code, values['path']])).toEqual([['N403', 'questions.0']]);
    },
  );

  it('keeps the body of a file whose front matter is faulty, so that both are reported at once', () => {
    const { entries } = loadEntries([noteFile('lambda/scaling', { order: 'first' })]);
    expect(entries.notes).toEqual([]);
    expect(entries.faulty).toEqual(['notes/lambda/scaling.mdx']);
    expect(entries.faultyBodies).toHaveLength(1);
  });

  it('wants a check date and an official source from people, not from the importer', () => {
    const file = noteFile('lambda/scaling', {}, ['checked', 'sources']);
    expect(places([file]).map(({ values }) => values['path'])).toEqual(['checked', 'sources']);
    const imported = noteFile(
      'lambda/scaling',
      {
        imported: {
          file: 'a.txt',
          dialect: 'blog',
          sha256: 'a'.repeat(64),
          lines: [[1, 2]],
          written: 'b'.repeat(64),
        },
      },
      ['checked', 'sources'],
    );
    expect(places([imported])).toEqual([]);
  });

  it.each([
    ['services/Lambda.mdx', 'N410'],
    ['services/a/b.mdx', 'N410'],
    ['readme.mdx', 'N410'],
    ['notes/lambda/timeout.md', 'N410'],
    ['notes/lambda.mdx', 'N410'],
  ])('refuses %s', (path, code) => {
    expect(places([{ path, text: serviceFile('lambda').text }]).map((d) => d.code)).toContain(code);
  });

  it('reports text that is not NFC with its line', () => {
    const file = noteFile('lambda/scaling');
    const text = `${file.text}${'が'.normalize('NFD')}\n`;
    expect(places([{ ...file, text }])).toEqual([
      { code: 'N411', at: `${file.path}:${file.text.split('\n').length}:1`, values: {} },
    ]);
  });

  it.each<[yaml: string, place: string, reason: RegExp]>([
    ['tab: [', '3:1', /閉じていません/],
    ['tags: [x\nname: 1', '3:1', /閉じていません/],
    ['a: 1\na: 2', '3:1', /二度/],
    ['a: !!js/function x', '2:4', /^! で始まる値/],
    ['title: **大事** な話', '2:8', /^\* で始まる値/],
    ['title: @x', '2:8', /^記号で始まる値/],
    ['title: 一: 二: 三', '2:8', /「: 」/],
    ['a: 1\nservice:sqs\nb: 2', '3:1', /コロンのあと/],
    ['a: 1\n\tb: 2', '3:1', /タブ/],
    ['a: "x\nb: 1', '4:1', /引用符/],
    ['a: "b" c', '2:8', /終わりのあと/],
  ])('YAML %j', (yaml, place, reason) => {
    const path = 'services/x.mdx';
    const { diagnostics } = loadEntries([{ path, text: `---\n${yaml}\n---\n` }]);
    expect(diagnostics.map(({ code, source, values }) => [code, source, values])).toEqual([
      [
        'N401',
        { file: path, line: Number(place.split(':')[0]), column: Number(place.split(':')[1]) },
        { reason: expect.stringMatching(reason) as string },
      ],
    ]);
  });

  it('takes a list of which nothing but comments is there for an empty one', () => {
    const { entries, diagnostics } = loadEntries([{ path: 'redirects.yaml', text: '# 移した場所。\n' }]);
    expect([entries.redirects?.data, diagnostics]).toEqual([[], []]);
  });

  it('reads permalinks with their lines', () => {
    const { entries } = loadEntries([
      { path: 'permalinks.txt', text: '# comment\r\n/services/a/\n\n/services/a/#b\n' },
    ]);
    expect(entries.published).toEqual([
      { path: '/services/a/', line: 2 },
      { path: '/services/a/#b', line: 4 },
    ]);
  });
});
