import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startOf } from '../../../src/diagnostics/index.ts';
import { compareReadings, groupByKana, kanaRow, sameReading } from '../../../src/model/kana.ts';
import { deriveMoved, followRedirects } from '../../../src/model/moved.ts';
import { labelQuota } from '../../../src/model/quotas.ts';
import { paths, underBase } from '../../../src/model/paths.ts';
import { pickVaried } from '../../../src/model/recent.ts';
import { deriveSite } from '../../../src/model/site.ts';
import type { SiteInput } from '../../../src/model/site-input.ts';
import {
  comparisonSchema,
  noteSchema,
  quotaFileSchema,
  redirectSchema,
  serviceSchema,
  termSchema,
} from '../../../src/schema/index.ts';

const body = (linksTo: string[] = []) => ({
  key: 'k',
  outline: { headings: [], links: [], quotas: [], lead: '' },
  linksTo,
});

const service = (id: string, data: object = {}, linksTo: string[] = []): SiteInput['services'][number] => ({
  id: id as never,
  data: serviceSchema.parse({
    name: id,
    shortName: id,
    reading: 'あ',
    category: 'compute',
    summary: '説明。',
    docs: [{ title: '公式', url: 'https://docs.aws.amazon.com/' }],
    updated: '2026-11-22',
    ...data,
  }),
  body: body(linksTo),
});

const note = (id: string, data: object = {}, linksTo: string[] = []): SiteInput['notes'][number] => ({
  id: id as never,
  data: noteSchema.parse({
    title: id,
    service: id.split('/')[0],
    order: 10,
    sources: [{ title: '公式', url: 'https://docs.aws.amazon.com/x', kind: 'official' }],
    checked: '2026-11-20',
    ...data,
  }),
  body: body(linksTo),
});

const comparison = (
  id: string,
  services: string[],
  linksTo: string[] = [],
): SiteInput['comparisons'][number] => ({
  id: id as never,
  data: comparisonSchema.parse({
    title: id,
    summary: '説明。',
    recommendation: '結論。',
    services,
    sources: [{ title: '公式', url: 'https://docs.aws.amazon.com/x', kind: 'official' }],
    checked: '2026-11-20',
  }),
  body: body(linksTo),
});

const quotas = (service: string, ids: readonly string[]): SiteInput['quotas'][number] => ({
  data: quotaFileSchema.parse({
    service,
    quotas: ids.map((id) => ({
      ...{ id, name: id, value: 1, adjustable: false },
      ...{ checked: '2026-11-20', source: 'https://docs.aws.amazon.com/x' },
    })),
  }),
});

const term = (id: string): SiteInput['glossary'][number] =>
  termSchema.parse({ id, term: id, reading: 'あ', definition: '意味。' });

const input = (part: Partial<SiteInput>): SiteInput => ({
  services: [],
  notes: [],
  comparisons: [],
  quotas: [],
  glossary: [],
  redirects: [],
  ...part,
});

describe('deriveSite', () => {
  it('orders services by category, then by the name that is seen, and links neighbours within a category', () => {
    const site = deriveSite(
      input({
        services: [
          service('b', { shortName: 'ECS', reading: 'イーシーエス' }),
          service('c', { category: 'storage' }),
          service('d', { shortName: 'タグ' }),
          service('a', { shortName: 'eks', reading: 'イーケーエス' }),
        ],
      }),
    );
    expect(site.services.map(({ slug }) => slug)).toEqual(['b', 'a', 'd', 'c']);
    expect(site.services.map(({ previous, next }) => [previous?.title, next?.title])).toEqual([
      [undefined, 'eks'],
      ['ECS', 'タグ'],
      ['eks', undefined],
      [undefined, undefined],
    ]);
  });

  it('lists headings by letter, digits together, marks aside', () => {
    const heading = (text: string) => ({ depth: 3, text, id: 'x', source: startOf('a') });
    const titled = note('a/n', { title: '「あ」から' });
    const site = deriveSite(
      input({
        services: [service('a', { name: 'Zed' })],
        notes: [
          {
            ...titled,
            body: {
              ...body(),
              outline: { ...body().outline, headings: ['<TAG>', '2 つ', '漢字'].map(heading) },
            },
          },
        ],
      }),
    );
    expect(site.headingIndex.map(({ label, things }) => [label, things.map(({ text }) => text)])).toEqual([
      ['0–9', ['2 つ']],
      ['T', ['<TAG>']],
      ['Z', ['Zed']],
      ['あ', ['「あ」から']],
      ['漢字', ['漢字']],
    ]);
  });

  it('shows a symmetric relation once and every relation on both pages', () => {
    const site = deriveSite(
      input({
        services: [
          service('a', {
            relations: [
              { type: 'alternative-to', to: 'b' },
              { type: 'logs-to', to: 'b' },
            ],
          }),
          service('b', { relations: [{ type: 'alternative-to', to: 'a' }] }),
        ],
      }),
    );
    expect(site.relations).toHaveLength(2);
    expect(site.services.map(({ outgoing, incoming }) => [...outgoing, ...incoming])).toMatchObject([
      [{ title: 'b', relations: [{ type: 'alternative-to' }, { type: 'logs-to' }] }],
      [{ title: 'a', relations: [{ type: 'alternative-to' }, { type: 'logs-to' }] }],
    ]);
  });

  it('gives a service what is its own: limits, headings to link to, the day of its last change, who comes after it', () => {
    const heading = (depth: number, id: string | undefined) => ({
      depth,
      text: `${id}`,
      id,
      source: startOf('a'),
    });
    const headed = note('a/n', { checked: '2026-11-25' });
    const outline = {
      ...body().outline,
      headings: [heading(3, 'x'), heading(4, 'y'), heading(3, undefined)],
    };
    const site = deriveSite(
      input({
        services: [
          service('a', {
            lifecycle: { status: 'maintenance', successor: ['b'], source: 'https://a.example/' },
          }),
          service('b'),
        ],
        notes: [note('a/m', { checked: '2026-11-20' }), { ...headed, body: { ...headed.body, outline } }],
        quotas: [quotas('a', ['size']), quotas('b', ['count'])],
      }),
    );
    expect(site.serviceOf('a' as never)).toMatchObject({
      quotas: [{ id: 'a/size' }],
      notes: [{ headings: [] }, { headings: [{ id: 'x', text: 'x' }] }],
      modified: '2026-11-25',
      successors: [{ title: 'b', path: '/services/b/' }],
    });
    expect(site.serviceOf('b' as never)).toMatchObject({ modified: '2026-11-22', successors: [] });
  });

  it('cites each source once, with the earliest check', () => {
    const site = deriveSite(
      input({
        services: [service('a')],
        notes: [note('a/x', { checked: '2026-02-01' }), note('a/y', { checked: '2026-01-01' })],
      }),
    );
    expect(site.services[0]?.sources).toMatchObject([{ checked: '2026-01-01' }]);
    expect(site.services[0]?.checked).toBe('2026-01-01');
  });

  it('cites official sources first, and numbers those of a note by the list of the page', () => {
    const official = { title: '公式', url: 'https://docs.aws.amazon.com/x', kind: 'official' };
    const other = { title: '記事', url: 'https://a.example/', kind: 'note' };
    const [page] = deriveSite(
      input({ services: [service('a')], notes: [note('a/x', { sources: [other, official] })] }),
    ).services;
    expect(page?.sources).toMatchObject([official, other]);
    expect(page?.notes[0]?.sources).toEqual([2, 1]);
  });

  it('lists recent notes by day, then by how lately their service was updated, then in the order of the site', () => {
    const day = (checked: string, order: number) => ({ checked, order });
    const { recent } = deriveSite(
      input({
        services: [
          service('a'),
          service('b', { updated: '2026-11-29', reading: 'い' }),
          service('c', { reading: 'う' }),
        ],
        notes: [
          note('a/old', day('2026-01-01', 10)),
          note('a/z', day('2026-11-20', 20)),
          note('a/y', day('2026-11-20', 30)),
          note('a/x', day('2026-11-20', 40)),
          note('c/last', day('2026-11-21', 10)),
          note('b/n', day('2026-11-20', 10)),
        ],
      }),
    );
    const order = ['c/last', 'b/n', 'a/z', 'a/y', 'a/x', 'a/old'];
    expect(recent.map(({ path }) => path)).toEqual(order.map((id) => paths.note(id as never)));
    expect(pickVaried(recent, 3, 1).map(({ service }) => service)).toEqual(['c', 'b', 'a']);
    expect(pickVaried(recent, 9, 2).map(({ title }) => title)).toEqual([
      'c: c/last',
      'b: b/n',
      'a: a/z',
      'a: a/y',
    ]);
  });

  it('lists first the comparisons that name the service first, then those of the fewest services', () => {
    const site = deriveSite(
      input({
        services: ['a', 'b', 'c'].map((id) => service(id)),
        comparisons: [
          comparison('all', ['a', 'b', 'c']),
          comparison('two', ['a', 'b']),
          comparison('other', ['b', 'c']),
          comparison('pair', ['c', 'a']),
        ],
      }),
    );
    expect(site.serviceOf('a' as never).comparisons.map(({ title }) => title)).toEqual([
      'two',
      'all',
      'pair',
    ]);
  });

  it('lists what ends next first', () => {
    const lifecycle = (until: string, status: string) => ({
      lifecycle: { status, until, source: 'https://a.example/' },
    });
    const site = deriveSite(
      input({
        services: [
          service('old', lifecycle('2024-01-01', 'ended')),
          service('soon', lifecycle('2027-05-01', 'sunset')),
          service('open', { lifecycle: { status: 'maintenance', source: 'https://a.example/' } }),
          service('fine'),
        ],
      }),
    );
    expect(site.closing.map(({ slug }) => slug)).toEqual(['open', 'soon', 'old']);
  });

  const slugs = ['a', 'b', 'c', 'd'];
  const links = fc.dictionary(
    fc.constantFrom(...slugs),
    fc.uniqueArray(fc.constantFrom(...slugs.map((s) => `/services/${s}/`), '/services/a/#x', '/glossary/#t')),
  );

  it('makes backlinks the exact inverse of links', () => {
    fc.assert(
      fc.property(links, (map) => {
        const site = deriveSite(input({ services: slugs.map((s) => service(s, {}, map[s])) }));
        const forward = slugs.flatMap((from) =>
          [...new Set((map[from] ?? []).map((path) => path.replace(/#.*/, '')))]
            .filter((to) => to !== `/services/${from}/` && to.startsWith('/services/'))
            .map((to) => `${from} ${to}`),
        );
        const backward = site.services.flatMap(({ path, backlinks }) =>
          backlinks.map((link) => `${link.title} ${path}`),
        );
        expect(backward.toSorted()).toEqual(forward.toSorted());
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it('does not depend on the order of its input', () => {
    const services = slugs.map((s, i) => service(s, { reading: i % 2 ? 'あ' : 'い' }, ['/services/a/']));
    const notes = slugs.map((s) => note(`${s}/n`, {}, ['/services/b/']));
    const comparisons = slugs.map((s) => comparison(s, ['c', 'a'], ['/services/b/']));
    const limits = slugs.map((s) => quotas(s, ['y', 'x']));
    const glossary = slugs.map(term);
    const plain = (site: ReturnType<typeof deriveSite>) => JSON.stringify({ ...site, serviceOf: undefined });
    const all = input({ services, notes, comparisons, quotas: limits, glossary });
    const expected = plain(deriveSite(all));
    const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });
    fc.assert(
      fc.property(
        fc.record({
          services: shuffled(services),
          notes: shuffled(notes),
          comparisons: shuffled(comparisons),
          quotas: shuffled(limits),
          glossary: shuffled(glossary),
        }),
        (part) => {
          expect(plain(deriveSite({ ...all, ...part }))).toBe(expected);
        },
      ),
      { seed: 7, numRuns: 50 },
    );
  });
});

describe('the questions of a site', () => {
  it('stand under their service, each with the place that answers it', () => {
    const comparison = {
      title: '比較',
      summary: '説明。',
      recommendation: '結論。',
      services: ['b', 'a'],
      questions: ['どちらにするか'],
      sources: [{ title: '公式', url: 'https://docs.aws.amazon.com/', kind: 'official' }],
      checked: '2026-11-20',
    };
    const site = deriveSite(
      input({
        services: [service('a'), service('b'), service('c', { category: 'storage' })],
        notes: [
          note('b/later', { order: 20, questions: ['あとで聞く'] }),
          note('b/first', { questions: ['先に聞く', '次に聞く'] }),
        ],
        comparisons: [{ id: 'x' as never, data: comparisonSchema.parse(comparison), body: body() }],
      }),
    );
    expect(site.questionIndex).toEqual([
      {
        category: 'compute',
        services: [
          {
            service: { title: 'b', path: '/services/b/' },
            questions: [
              { title: '先に聞く', path: '/services/b/#first' },
              { title: '次に聞く', path: '/services/b/#first' },
              { title: 'あとで聞く', path: '/services/b/#later' },
              { title: 'どちらにするか', path: '/compare/x/' },
            ],
          },
        ],
      },
    ]);
  });
});

describe('deriveMoved', () => {
  const redirect = (from: string, to: string) => redirectSchema.parse({ from, to, since: '2026-01-01' });

  it('tells pages from anchors and leads to where a place is now', () => {
    const { pages, anchors } = deriveMoved([
      redirect('/services/a/', '/services/b/'),
      redirect('/services/b/', '/services/c/'),
      redirect('/services/x/#old', '/services/x/#newer'),
      redirect('/services/x/#newer', '/services/y/#now'),
    ]);
    expect(pages).toEqual([
      { from: '/services/a/', to: '/services/c/' },
      { from: '/services/b/', to: '/services/c/' },
    ]);
    expect(anchors.get('/services/x/')).toMatchObject([
      { id: 'old', to: '/services/y/#now' },
      { id: 'newer', to: '/services/y/#now' },
    ]);
  });

  it('takes the anchors of a page that moved along, unless they are there or the way names another', () => {
    const { anchors } = deriveMoved([
      redirect('/services/a/', '/services/b/'),
      redirect('/services/a/#old', '/services/b/#new'),
      redirect('/services/a/#same', '/services/b/#same'),
      redirect('/services/z/', '/services/a/'),
      redirect('/services/z/#old', '/services/a/#old'),
      redirect('/services/c/', '/services/b/#part'),
      redirect('/services/c/#one', '/services/b/#two'),
    ]);
    expect([...anchors]).toEqual([
      ['/services/b/', [{ page: '/services/b/', id: 'old', to: '/services/b/#new' }]],
    ]);
  });

  it('ends even in a circle', () => {
    expect(deriveMoved([redirect('/a/', '/b/'), redirect('/b/', '/a/')]).pages).toHaveLength(2);
  });
});

describe('followRedirects', () => {
  const targets = new Map([
    ['a', 'b'],
    ['b', 'c'],
    ['x', 'y'],
    ['y', 'x'],
  ]);
  it.each([
    ['a', 'c'],
    ['c', 'c'],
    ['x', undefined],
  ])('%s', (from, end) => {
    expect(followRedirects(from, targets)).toBe(end);
  });
});

describe('kana', () => {
  it.each([
    ['あさ', 'あ'],
    ['ガード', 'か'],
    ['パイプ', 'は'],
    ['ァ', 'あ'],
    ['っ', 'た'],
    ['ヴェ', 'あ'],
    ['んだ', 'わ'],
    ['S3', 'その他'],
    ['', 'その他'],
  ])('%s is under %s', (reading, row) => expect(kanaRow(reading)).toBe(row));

  it('groups in dictionary order, katakana and hiragana alike', () => {
    const groups = groupByKana(['カラス', 'いぬ', 'かき', 'アリ'], (x) => x);
    expect(groups).toEqual([
      { label: 'あ', things: ['アリ', 'いぬ'] },
      { label: 'か', things: ['かき', 'カラス'] },
    ]);
    expect(compareReadings('ハ', 'は')).toBe(0);
    expect([sameReading('ラムダ', 'らむだ'), sameReading('冪等', 'べきとう')]).toEqual([true, false]);
  });
});

describe('labelQuota', () => {
  it.each([
    [{ value: 10240, unit: 'MB' }, '10,240 MB'],
    [{ value: 1000 }, '1,000'],
    [{ value: '128〜10,240', unit: 'MB' }, '128〜10,240 MB'],
    [{ value: 99.95, unit: '%' }, '99.95%'],
    [{ value: 0.5 }, '0.5'],
  ])('%j', (quota, label) => expect(labelQuota(quota)).toBe(label));
});

describe('underBase', () => {
  it.each([
    ['/', '/services/', '/services/'],
    ['/kb/', '/services/#a', '/kb/services/#a'],
    ['/kb', '/', '/kb/'],
  ])('%s %s', (base, path, expected) => expect(underBase(base, path)).toBe(expected));
});
