import { describe, expect, it } from 'vitest';
import { checkContent } from '../../../src/checks/index.ts';
import { fixFile } from '../../../src/checks/fixes/index.ts';
import type { ContentFile } from '../../../src/content/files.ts';
import { loadEntries } from '../../../src/content/load.ts';
import { analyseBody, type BodyOutline } from '../../../src/markdown/analyse.ts';
import { parseMdx } from '../../../src/markdown/parse.ts';
import { derivePermalinks } from '../../../src/model/permalinks.ts';
import { comparisonFile, noteFile, serviceFile, yamlFile } from '../content-files.ts';

/** The findings of all rules over a content folder whose files are sound by themselves. */
function check(files: readonly ContentFile[]): [code: string, values: Record<string, unknown>][] {
  const { entries } = loadEntries(files);
  const outlines = new Map<string, BodyOutline>(
    [...entries.services, ...entries.notes, ...entries.comparisons].map(({ file, body }) => [
      file,
      analyseBody(parseMdx(body.text, body.line), file, 'page').outline,
    ]),
  );
  const permalinks = derivePermalinks(entries, outlines);
  return checkContent({ entries, outlines, permalinks }).map(({ code, values }) => [code, values]);
}

const base = [
  // The alias is its name once more, which is no fault.
  serviceFile('lambda', { aliases: ['AWS lambda'] }),
  serviceFile('sqs'),
  noteFile('lambda/scaling'),
];
const quota = {
  id: 'timeout',
  name: '時間',
  value: 1,
  adjustable: true,
  checked: '2026-11-22',
  source: 'https://a.example/',
};
const term = { id: 'idempotent', term: '冪等', reading: 'べきとう', definition: '定義。' };

const hintsFile = (hints: object) => yamlFile('search-hints/services/lambda.yaml', hints);

describe('rules over the whole content', () => {
  it('find nothing in sound content', () => {
    const files = [
      ...base,
      comparisonFile('a', ['lambda', 'sqs']),
      yamlFile('quotas/lambda.yaml', { service: 'lambda', quotas: [quota] }),
      yamlFile('glossary.yaml', [term]),
      hintsFile({ scaling: { about: ['同時実行'] }, top: { asked: ['何ができるか'] } }),
      noteFile(
        'sqs/use',
        {},
        [],
        '[節](/services/lambda/#scaling) <Quota id="lambda/timeout" /> [語](/glossary/#idempotent)\n',
      ),
    ];
    expect(check(files)).toEqual([]);
  });

  it.each<[string, ContentFile[], string, Record<string, unknown>]>([
    [
      'a relation to nowhere',
      [serviceFile('lambda', { relations: [{ type: 'uses', to: 'sqss' }] }), serviceFile('sqs')],
      'N404',
      { path: 'relations.0.to', nearest: 'sqs' },
    ],
    [
      'a successor that is missing',
      [
        serviceFile('lambda', {
          lifecycle: {
            status: 'ended',
            until: '2026-01-01',
            source: 'https://a.example/',
            successor: ['gone'],
          },
        }),
      ],
      'N404',
      { path: 'lifecycle.successor.0' },
    ],
    [
      'a relation to itself',
      [serviceFile('lambda', { relations: [{ type: 'uses', to: 'lambda' }] })],
      'N417',
      { path: 'relations.0.to' },
    ],
    [
      'a service that succeeds itself',
      [
        serviceFile('lambda', {
          lifecycle: {
            status: 'ended',
            until: '2026-01-01',
            source: 'https://a.example/',
            successor: ['sqs', 'lambda'],
          },
        }),
        serviceFile('sqs'),
      ],
      'N417',
      { path: 'lifecycle.successor.1' },
    ],
    ['a note of no service', [noteFile('lambada/x')], 'N404', { value: 'lambada' }],
    ['a note in the wrong folder', [...base, noteFile('lambda/x', { service: 'sqs' })], 'N410', {}],
    [
      'a comparison of the unknown',
      [...base, comparisonFile('a', ['lambda', 'sns'])],
      'N404',
      { path: 'services.1' },
    ],
    [
      'a quota file of another service',
      [...base, yamlFile('quotas/sqs.yaml', { service: 'lambda', quotas: [quota] })],
      'N410',
      {},
    ],
    [
      'a term that sees nothing',
      [...base, yamlFile('glossary.yaml', [{ ...term, seeAlso: ['idempotant'] }])],
      'N404',
      { nearest: 'idempotent' },
    ],
    [
      'one alias for two services',
      [serviceFile('lambda', { aliases: ['関数'] }), serviceFile('sqs', { aliases: ['関数'] })],
      'N405',
      { name: '関数' },
    ],
    [
      'a feature that is the alias of another service',
      [serviceFile('lambda', { aliases: ['関数'] }), serviceFile('sqs', { features: ['関数'] })],
      'N405',
      { name: '関数' },
    ],
    [
      'an alias that is a name in full width',
      [...base, serviceFile('sns', { aliases: ['ＳＱＳ'] })],
      'N405',
      { name: 'ＳＱＳ' },
    ],
    [
      'a term that is a service',
      [...base, yamlFile('glossary.yaml', [{ ...term, term: 'SQS' }])],
      'N405',
      { name: 'SQS' },
    ],
    [
      'one question in two places',
      [
        ...base,
        noteFile('lambda/a', { questions: ['SQS から動かしたい'] }),
        noteFile('lambda/b', { questions: ['ＳＱＳ から動かしたい'] }),
      ],
      'N415',
      { question: 'ＳＱＳ から動かしたい', other: 'notes/lambda/a.mdx:6' },
    ],
    [
      'a question that is asked in other words already',
      [
        ...base,
        noteFile('lambda/a', { questions: ['SQS から動かしたい'] }),
        hintsFile({ scaling: { asked: ['ＳＱＳ から動かしたい'] } }),
      ],
      'N415',
      { question: 'ＳＱＳ から動かしたい', other: 'notes/lambda/a.mdx:6' },
    ],
    [
      'hints for a section that is none',
      [...base, hintsFile({ scalling: { about: ['同時実行'] } })],
      'N506',
      { place: '/services/lambda/#scalling', nearest: '/services/lambda/#scaling' },
    ],
    [
      'hints for a term that is none',
      [
        ...base,
        yamlFile('glossary.yaml', [term]),
        yamlFile('search-hints/glossary.yaml', { idempotence: { asked: ['二度押しても平気か'] } }),
      ],
      'N506',
      { place: '/glossary/#idempotence', nearest: '/glossary/#idempotent' },
    ],
    [
      'hints for a page that is none',
      [...base, yamlFile('search-hints/services/lambada.yaml', { scaling: { about: ['同時実行'] } })],
      'N506',
      { place: '/services/lambada/#scaling', nearest: '/services/lambda/#scaling' },
    ],
    [
      'the same id in two notes of a page',
      [
        ...base,
        noteFile('lambda/a', {}, [], '### 一 [#same]\n'),
        noteFile('lambda/b', {}, [], '### 二 [#same]\n'),
      ],
      'N408',
      { id: 'same' },
    ],
    [
      'an id that the page keeps for itself',
      [...base, noteFile('lambda/sources')],
      'N408',
      { id: 'sources' },
    ],
    [
      'an id that browsers understand as the top of a page',
      [...base, noteFile('lambda/a', {}, [], '### 一 [#top]\n')],
      'N408',
      { id: 'top', other: 'ページの初め' },
    ],
    [
      'an id that the page of a comparison keeps for itself',
      [...base, comparisonFile('a', ['lambda', 'sqs'], '## 出典の読み方 [#sources]\n')],
      'N408',
      { id: 'sources' },
    ],
    [
      'two limits of one id',
      [...base, yamlFile('quotas/lambda.yaml', { service: 'lambda', quotas: [quota, quota] })],
      'N408',
      { id: 'lambda-timeout' },
    ],
    [
      'limits of two services with one anchor',
      [
        ...base,
        serviceFile('lambda-edge'),
        yamlFile('quotas/lambda.yaml', { service: 'lambda', quotas: [{ ...quota, id: 'edge-timeout' }] }),
        yamlFile('quotas/lambda-edge.yaml', { service: 'lambda-edge', quotas: [quota] }),
      ],
      'N408',
      { id: 'lambda-edge-timeout' },
    ],
    [
      'two terms of one id',
      [...base, yamlFile('glossary.yaml', [term, { ...term, term: '別' }])],
      'N408',
      { id: 'idempotent' },
    ],
    [
      'a link to a missing page',
      [...base, noteFile('lambda/a', {}, [], '[x](/services/lamda/)\n')],
      'N501',
      { nearest: '/services/lambda/' },
    ],
    [
      'a link to a missing section',
      [...base, noteFile('lambda/a', {}, [], '[x](/services/lambda/#scalling)\n')],
      'N501',
      { nearest: '/services/lambda/#scaling' },
    ],
    [
      'a link to a missing section of the same page',
      [...base, noteFile('lambda/a', {}, [], '[x](#nowhere)\n')],
      'N501',
      { url: '#nowhere' },
    ],
    [
      'a quota that is not kept',
      [...base, noteFile('lambda/a', {}, [], '<Quota id="lambda/timeout" />\n')],
      'N502',
      { id: 'lambda/timeout' },
    ],
    [
      'redirects in a circle',
      [
        ...base,
        yamlFile('redirects.yaml', [
          { from: '/a/', to: '/b/', since: '2026-01-01' },
          { from: '/b/', to: '/a/', since: '2026-01-01' },
        ]),
      ],
      'N503',
      { from: '/a/' },
    ],
    [
      'a redirect that hides a page',
      [
        ...base,
        yamlFile('redirects.yaml', [
          { from: '/services/lambda/', to: '/services/sqs/', since: '2026-01-01' },
        ]),
      ],
      'N504',
      {},
    ],
    [
      'a redirect that is never followed, because the page leads to a place of that id',
      [
        ...base,
        noteFile('sqs/x'),
        yamlFile('redirects.yaml', [
          { from: '/services/old/', to: '/services/sqs/', since: '2026-01-01' },
          { from: '/services/old/#x', to: '/services/lambda/#scaling', since: '2026-01-01' },
        ]),
      ],
      'N504',
      { from: '/services/sqs/#x' },
    ],
    [
      'a redirect to nowhere',
      [...base, yamlFile('redirects.yaml', [{ from: '/a/', to: '/services/nope/', since: '2026-01-01' }])],
      'N501',
      { url: '/services/nope/' },
    ],
    [
      'a published place that is gone',
      [...base, { path: 'permalinks.txt', text: '/services/lambda/#old\n' }],
      'N505',
      { permalink: '/services/lambda/#old' },
    ],
    [
      'keys out of order',
      [
        noteFile('lambda/a'),
        {
          ...serviceFile('lambda'),
          text: serviceFile('lambda')
            .text.replace(/^name: (.*)\n/m, '')
            .replace('reading:', 'reading: よみ\nname: x\n#'),
        },
      ],
      'N413',
      { key: 'name' },
    ],
  ])('find %s', (_name, files, code, values) => {
    const found = check(files).filter(([c]) => c === code);
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]?.[1]).toMatchObject(values);
    expect(new Set(check(files).map(([c]) => c))).toEqual(new Set([code]));
  });

  it('accept a published place that redirects, through several steps', () => {
    const redirects = yamlFile('redirects.yaml', [
      { from: '/services/lambda/#old', to: '/services/lambda/#older', since: '2026-01-01' },
      { from: '/services/lambda/#older', to: '/services/lambda/#scaling', since: '2026-02-01' },
    ]);
    expect(check([...base, redirects, { path: 'permalinks.txt', text: '/services/lambda/#old\n' }])).toEqual(
      [],
    );
  });

  it('do not report what refers to a file that is itself reported', () => {
    const broken = serviceFile('sqs', { category: 'nothing' });
    const note = noteFile('lambda/a', {}, [], '[x](/services/sqs/)\n');
    expect(
      check([serviceFile('lambda', { relations: [{ type: 'uses', to: 'sqs' }] }), broken, note]),
    ).toEqual([]);
  });

  it.each<[string, ContentFile]>([
    ['is not valid', noteFile('lambda/scaling', { order: 'x' })],
    ['has no front matter', { path: 'notes/lambda/scaling.mdx', text: '本文。\n' }],
    ['has a name that is no id', { ...noteFile('lambda/scaling'), path: 'notes/lambda/拡張.mdx' }],
    ['names another service', { ...noteFile('sqs/scaling'), path: 'notes/lambda/scaling.mdx' }],
  ])('do not miss what was published of a file that %s', (_name, note) => {
    const published = ['/services/lambda/#scaling', '/questions/#compute'];
    const files = [serviceFile('lambda'), serviceFile('sqs'), note];
    const found = check([
      ...files,
      { path: 'permalinks.txt', text: `${published.join('\n')}\n` },
      yamlFile('redirects.yaml', [{ from: '/old/', to: '/services/lambda/#scaling', since: '2026-01-01' }]),
    ]);
    expect(found.filter(([code]) => code !== 'N410')).toEqual([]);
  });

  it('miss an anchor of a list when all files can be read', () => {
    expect(check([...base, noteFile('lambda/use', {}, [], '[一](/quotas/#none)\n')])).toMatchObject([
      ['N501', { url: '/quotas/#none' }],
    ]);
  });

  it('do not miss the anchors of a comparison or of a glossary that cannot be read, but those of others', () => {
    const use = noteFile(
      'lambda/use',
      {},
      [],
      '[一](/compare/a/#difference)、[二](/glossary/#retry)、[三](/glossary/#none)、[四](/compare/b/#none)\n',
    );
    const comparison = { ...comparisonFile('a', ['lambda']), text: '本文。\n' };
    const glossary = yamlFile('glossary.yaml', [
      { id: 'retry', term: '再試行', reading: 'さいしこう', definition: 'やり直すこと。' },
    ]);
    const others = [...base, use, comparisonFile('b', ['lambda'])];
    expect(check([...others, comparison, glossary]).map(([, { url }]) => url)).toEqual([
      '/glossary/#none',
      '/compare/b/#none',
    ]);
    expect(
      check([...others, comparisonFile('a', ['lambda']), { ...glossary, text: '- [' }]).map(
        ([, { url }]) => url,
      ),
    ).toEqual(['/compare/b/#none']);
  });

  it('do not miss the limits of a file that names another service', () => {
    const files = [
      ...base,
      yamlFile('quotas/lambda.yaml', { service: 'sqs', quotas: [quota] }),
      { path: 'permalinks.txt', text: '/quotas/#lambda-timeout\n' },
    ];
    expect(check(files).map(([code]) => code)).toEqual(['N410']);
  });

  it('do not miss quotas that cannot be read, nor what redirects that cannot be read would find', () => {
    const files = [
      ...base,
      noteFile('lambda/use', {}, [], '<Quota id="lambda/timeout" />\n'),
      yamlFile('quotas/lambda.yaml', { service: 'lambda', quotas: [{ ...quota, adjustable: '可' }] }),
      { path: 'redirects.yaml', text: '- from: [' },
      { path: 'permalinks.txt', text: '/services/gone/\n' },
    ];
    expect(check(files)).toEqual([]);
  });
});

describe('fixFile', () => {
  it('moves whole blocks of keys and touches nothing else', () => {
    const text =
      '---\n# 注\nsummary: 一 # 尾\nname: "X"\ndocs:\n  - title: a\n\n    url: b\nreading: ア\n---\n本文 name: x\n';
    expect(fixFile({ path: 'services/x.mdx', text })).toBe(
      '---\n# 注\nname: "X"\nreading: ア\nsummary: 一 # 尾\ndocs:\n  - title: a\n\n    url: b\n---\n本文 name: x\n',
    );
  });

  it('moves a key together with the comments right above it', () => {
    const text =
      '---\n# 全体\n\ntitle: a\n# 順番\n# 10 刻み\norder: 10\n\n# 離れた注\n\nservice: b\ntags:\n- c\n# 尾\n---\n';
    for (const end of ['\n', '\r\n'])
      expect(fixFile({ path: 'notes/b/c.mdx', text: text.replaceAll('\n', end) })).toBe(
        '---\n# 全体\n\ntitle: a\nservice: b\n# 順番\n# 10 刻み\norder: 10\n\n# 離れた注\n\ntags:\n- c\n# 尾\n---\n'.replaceAll(
          '\n',
          end,
        ),
      );
  });

  it('normalizes to NFC', () => {
    expect(fixFile({ path: 'glossary.yaml', text: 'が'.normalize('NFD') })).toBe('が');
  });

  it('leaves sound files as they are', () => {
    for (const file of [serviceFile('a'), noteFile('a/b'), comparisonFile('a', ['b'])])
      expect(fixFile(file)).toBe(file.text);
  });
});
