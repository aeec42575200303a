import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { BundleFile } from '../../../src/search/build/bundle-file.ts';
import type { Segment } from '../../../src/search/engine/index.ts';
import { SearchError } from '../../../src/search/engine/index.ts';
import { asEntries, bundleOf, content, noContent, openEngine, page, section, titlesOf } from './pages.ts';

const files = await bundleOf();
const { engine, asked } = await openEngine(files);
const show = (segments: readonly Segment[]) =>
  segments.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');
const first = async (query: string) => {
  const { results } = await engine.search(query);
  return results[0]?.load();
};

describe('order', () => {
  it('title before heading before text', async () => {
    expect((await titlesOf(engine, 'Kumo Run')).slice(0, 2)).toEqual([
      'Kumo Run',
      'Kumo Run と Kumo Balancer',
    ]);
    expect(await titlesOf(engine, 'ドリフト')).toEqual(['KumoFormation']);
    expect((await titlesOf(engine, '関数'))[0]).toBe('Kumo Run');
  });

  it('a word of a title before a part of a word', async () => {
    const some = [
      page('/services/a/', 'KumoGate', 'クモの門。'),
      page('/services/b/', 'Gate の選び方', '門の種類。'),
    ];
    const { engine: small } = await openEngine(await bundleOf(some, noContent));
    expect(await titlesOf(small, 'gate')).toEqual(['Gate の選び方', 'KumoGate']);
  });

  it('the same whatever was searched before', async () => {
    const queries = ['k', 'ku', 'kumo', 'サ', 'サーバ', 'Kumo Run', 'kumof', 'lamdba', '同時'];
    for (const query of queries) {
      const fresh = (await openEngine(files)).engine;
      expect(await titlesOf(engine, query), query).toEqual(await titlesOf(fresh, query));
    }
  });

  it('the same without the browser’s own segmenter', async () => {
    const before = await titlesOf(engine, 'ブルーグリーン');
    vi.stubGlobal('Intl', { ...Intl, Segmenter: undefined });
    expect(await titlesOf((await openEngine(files)).engine, 'ブルーグリーン')).toEqual(before);
  });
  afterEach(() => void vi.unstubAllGlobals());
});

describe('what is shown', () => {
  it('title, address under the base, trail, kind and category', async () => {
    expect(await first('署名付きURL')).toMatchObject({
      title: 'Kumo Object Store（KOS）',
      url: '/kb/services/kumo-store/',
      breadcrumb: ['サービス'],
      kind: 'service',
      category: '保管',
    });
  });

  it('the section, in the spelling of the page, with the words of the query marked', async () => {
    const [section] = (await first('署名付きURL'))?.sections ?? [];
    expect(show(section?.heading ?? [])).toBe('[署名付き URL]');
    expect(section?.url).toMatch(/^\/kb\/services\/kumo-store\/#h-/);
    expect(show(section?.excerpt ?? [])).toBe(
      '期限のある[署名付き URL] を発行すると、権限の無い人にも見せられる。',
    );
  });

  it('the section with what the title does not say', async () => {
    const box = page('/services/sora-box/', 'Sora Box', 'Sora Box は箱。', [
      {
        id: 'how',
        heading: 'Sora Box の使い方',
        level: 2,
        questions: [],
        blocks: ['Sora Box を開ける。'],
      },
      { id: 'tidy', heading: '片付け', level: 2, questions: [], blocks: ['箱を畳む。'] },
    ]);
    const { results } = await (await openEngine(await bundleOf([box]))).engine.search('Sora Box 片付け');
    expect(show((await results[0]?.load())?.sections[0]?.heading ?? [])).toBe('[片付け]');
  });

  it('long vowels that were folded away are marked with their word', async () => {
    const [section] = (await first('ｻｰﾊﾞ'))?.sections ?? [];
    expect(show(section?.excerpt ?? [])).toContain('落ちた[サーバー]には');
  });

  it('a compound word is marked as a whole when a part of it was asked for', async () => {
    const [section] = (await first('timeout'))?.sections ?? [];
    expect(show(section?.excerpt ?? [])).toContain('[KumoRunTimeoutException] が');
  });

  it('no letter that is not on the page', async () => {
    for (const query of ['関数', 'サーバ', 'Kumo', '消す', 'URL']) {
      const { results } = await engine.search(query);
      for (const hit of results)
        for (const { heading, excerpt } of (await hit.load()).sections)
          expect(show([...heading, ...excerpt])).not.toMatch(/[жъщ\u200b]/);
    }
  });

  it('each section once', async () => {
    const { results } = await engine.search('Kumo');
    for (const hit of results) {
      const urls = (await hit.load()).sections.map(({ url }) => url);
      expect(new Set(urls).size).toBe(urls.length);
    }
  });
});

describe('near results', () => {
  it('are marked, and say what was probably meant', async () => {
    const outcome = await engine.search('ライフサイルポリシー');
    expect(outcome).toMatchObject({ approximate: true, suggestion: 'ライフサイクルポリシ' });
    expect(outcome.results.every(({ approximate }) => approximate)).toBe(true);
  });

  it('do not come with an answer that has the whole query', async () => {
    const outcome = await engine.search('ドリフト');
    expect(outcome).toMatchObject({ approximate: false, total: 1 });
    expect(outcome.suggestion).toBeUndefined();
  });

  it('never stand in for what was quoted', async () => {
    expect((await engine.search('"ライフサイルポリシー"')).total).toBe(0);
  });
});

describe('words in a row', () => {
  const row = page('/services/row/', '並び', 'メッセージの順序を守る。');
  const search = async (other: ReturnType<typeof page>) => {
    const { engine: small } = await openEngine(await bundleOf([other, row], noContent));
    return titlesOf(small, 'メッセージの順序');
  };

  it('are worth more than the same words often near each other', async () => {
    const near = page('/services/near/', '近く', '順序とメッセージを見る。'.repeat(8));
    expect(await search(near)).toEqual(['並び', '近く']);
  });

  it('are worth less than a page about one of them, with the other nearby', async () => {
    expect(await search(page('/services/about/', 'メッセージ', '順序を守る。'))).toEqual([
      'メッセージ',
      '並び',
    ]);
  });
});

describe('a compound', () => {
  it('of a name and a word is first of all about what has the name', async () => {
    const text = 'KOS バケツに置く。KOS バケツを消す。';
    const others = [...'12345678'].map((n) => page(`/services/o${n}/`, `O${n}`, text));
    const buckets = section('バケツ', 'バケツを作る。');
    const store = page('/services/kumo-store/', 'Kumo Object Store（KOS）', '入れ物。', [buckets]);
    const { engine: small } = await openEngine(await bundleOf([...others, store], noContent));
    const titles = await titlesOf(small, 'KOSバケツ');
    expect(titles[0]).toBe('Kumo Object Store（KOS）');
    expect(titles).toHaveLength(9);
  });

  it('that is on few pages is looked for by its parts as well, nearby', async () => {
    const some = [
      page('/services/a/', 'A', '順序保証の設定をする。'),
      page('/services/b/', 'B', 'メッセージの順序は保証されない。'),
      page('/services/c/', 'C', '順序を決める。', [], 'service'),
    ];
    const { engine: small } = await openEngine(await bundleOf(some, noContent));
    expect(await titlesOf(small, '順序保証')).toEqual(['A', '~B']);
  });

  it('is as good when it is said at length, though it is written in one somewhere', async () => {
    const some = [
      page('/services/a/', 'A', 'キャッシュ削除の話。'),
      page('/services/b/', 'B', 'キャッシュの削除を頼む。'),
      page('/services/c/', 'C', 'キャッシュを使う。削除はしない。'),
    ];
    const { engine: small } = await openEngine(await bundleOf(some, noContent));
    expect((await titlesOf(small, 'キャッシュ削除')).slice(0, 2)).toEqual(['A', 'B']);
  });

  it('after a name is looked for by its parts as well', async () => {
    const some = [
      page('/services/a/', 'A', 'Kumo Run を呼ぶ。'),
      page('/services/b/', 'B', 'Kumo Run でデータの形を変換する。'),
    ];
    const { engine: small } = await openEngine(await bundleOf(some, noContent));
    expect(await titlesOf(small, 'Kumo Runデータ変換')).toEqual(['~B', '~A']);
  });
});

it('English words typed in one are looked for apart when nothing is written so', async () => {
  const some = [
    page('/services/a/', 'A', 'Sora Keeper が見張る。'),
    page('/services/b/', 'B', 'sora と keeper と crowkeeper は別のもの。'),
    page('/services/c/', 'C', 'crow は鳥。', [section('crow', 'crow は鳴く。')]),
  ];
  const { engine: small } = await openEngine(await bundleOf(some, noContent));
  expect(await titlesOf(small, 'sorakeeper')).toEqual(['A', '~B']);
  expect(await titlesOf(small, 'crowkeeper')).toEqual(['B']);
  expect(await titlesOf(small, 'sorakumori')).toEqual([]);
});

describe('other names', () => {
  it('are as good as the typed one where that has Latin letters', async () => {
    const some = [
      page('/services/a/', 'A', 'KumoDB ストリームを読む。'),
      page('/services/b/', 'KumoDB', '', [section('KumoDB Streams', '変更をストリームで受け取る。')]),
    ];
    const data = [{ words: ['KumoDB Streams', 'KumoDB ストリーム'], why: '英語とカタカナ' }];
    const { engine: small } = await openEngine(await bundleOf(some, asEntries({ searchAliases: { data } })));
    expect(await titlesOf(small, 'KumoDBストリーム')).toEqual(['KumoDB', 'A']);
  });

  const kumoRun = (
    names: Partial<Record<'name' | 'shortName', string> & Record<'features' | 'searchAliases', string[]>>,
  ) => ({
    id: 'kumo-run',
    data: {
      name: 'Kumo Run',
      shortName: 'Kumo Run',
      reading: 'クモラン',
      aliases: [],
      features: [],
      searchAliases: [],
      ...names,
    },
  });

  it('of a service are found apart where a capital letter begins a word', async () => {
    const some = [
      page('/services/a/', 'Formation と Kumo', '形と雲の話。'),
      page('/services/b/', 'B', 'KumoFormation で作る。'),
    ];
    const services = [kumoRun({ name: 'KumoFormation', shortName: 'KumoFormation' })];
    const { engine: small } = await openEngine(await bundleOf(some, asEntries({ services })));
    expect((await titlesOf(small, 'Kumo Formation'))[0]).toBe('B');
  });

  it('of a service do not stand for a part of it', async () => {
    const some = [
      page('/services/a/', 'A', 'クモランを呼ぶ。'),
      page('/services/b/', 'B', 'Kumo Run エージェントを入れる。'),
      page('/services/c/', 'C', 'Sora ゲートを通る。'),
    ];
    const services = [kumoRun({ features: ['Sora ゲート'], searchAliases: ['Kumo Run エージェント'] })];
    const { engine: small } = await openEngine(await bundleOf(some, asEntries({ services })));
    expect(await titlesOf(small, 'Kumo Runエージェント')).toEqual(['B', '~A']);
    expect(await titlesOf(small, 'Kumo Run')).toEqual(['B', 'A']);
    expect(await titlesOf(small, 'Soraゲート')).toEqual(['C']);
  });

  it('in English are found without their spaces, with all that they are otherwise called', async () => {
    const some = [
      page('/services/a/', 'A', 'Sora Gate を通る。'),
      page('/services/b/', 'B', 'ソラゲートを通る。'),
      page('/services/c/', 'C', 'SoraGate と書いてある。'),
    ];
    const searchAliases = { data: [{ words: ['Sora Gate', 'ソラゲート'], why: '英語とカタカナ' }] };
    const { engine: small } = await openEngine(await bundleOf(some, asEntries({ searchAliases })));
    expect((await titlesOf(small, 'soragate')).toSorted()).toEqual(['A', 'B', 'C']);
    expect((await titlesOf(small, 'Sora Gate')).slice(0, 1)).toEqual(['A']);
    const unwritten = await openEngine(await bundleOf(some.slice(0, 2), asEntries({ searchAliases })));
    expect(await titlesOf(unwritten.engine, 'soragate')).toEqual(['A', '~B']);
  });

  it('of a service do not stand for one that has a group of its own', async () => {
    const some = [
      page('/services/kumo-run/', 'Kumo Run', '入口もある。'),
      page('/services/a/', 'A', 'Sora ゲートを通る。'),
    ];
    const services = [kumoRun({ searchAliases: ['Sora ゲート'] })];
    const searchAliases = { data: [{ words: ['Sora ゲート', 'Sora Gate'], why: '英語とカタカナ' }] };
    const { engine: small } = await openEngine(await bundleOf(some, asEntries({ services, searchAliases })));
    expect(await titlesOf(small, 'Soraゲート')).toEqual(['A']);
  });
});

describe('filters', () => {
  it('leave what they say, and count what else there is', async () => {
    const all = await engine.search('Kumo');
    expect(all.facets.kind).toEqual(
      new Map([
        ['service', 4],
        ['comparison', 1],
      ]),
    );
    const services = await engine.search('Kumo', { kind: ['service'] });
    expect(services.total).toBe(4);
    expect(services.facets.kind).toEqual(all.facets.kind);
    expect(services.facets.category).toEqual(
      new Map([
        ['計算', 2],
        ['保管', 1],
        ['通信', 1],
      ]),
    );
    const both = await engine.search('Kumo', { kind: ['service'], category: ['保管', '通信'] });
    expect(both.total).toBe(2);
    expect(both.facets.kind).toEqual(new Map([['service', 2]]));
    expect((await engine.search('Kumo', { kind: [], category: [] })).total).toBe(all.total);
  });
});

describe('odd queries', () => {
  it.each(['', ' ', '、。', '"', '""', '🙂', '\ud800', '・'])('%j finds nothing', async (query) => {
    expect((await engine.search(query)).total).toBe(0);
  });

  it.each([
    'の',
    'ー',
    'a',
    '関',
    'あ'.repeat(500),
    'a'.repeat(500),
    'あ a '.repeat(100),
    '"閉じない',
    '__proto__',
    '.*',
  ])('%j is answered', async (query) => {
    await expect(engine.search(query)).resolves.toBeDefined();
  });
});

describe('a sentence', () => {
  const asked = {
    id: 'limit',
    heading: '予約枠で抑える',
    level: 2,
    questions: ['急に増えて困る'],
    blocks: ['枠を決めると、それより多くは動かない。'],
  };
  const some = [
    page('/services/kumo-run/', 'Kumo Run', '関数。', [asked]),
    page('/services/sora-zone/', 'Sora Zone', '名前を番号に変える。予約枠は要らない。'),
    page('/compare/entrances/', '入口の選び方', 'Kumo Run には予約枠がある。', [], 'comparison'),
    ...[...'123456789'].map((n) => page(`/services/other-${n}/`, `Other ${n}`, '別の話をする。')),
  ];
  const hints = {
    '/services/kumo-run/': { limit: { asked: ['一度に動く量を減らしたい'], about: ['予約枠'] } },
  };
  let made: BundleFile[];
  beforeAll(async () => void (made = await bundleOf(some, content, hints)));
  const open = () => openEngine(made);

  it('finds what it asks for in other words, then what is about the same thing, of that service first', async () => {
    expect(await titlesOf((await open()).engine, '量を減らしたい')).toEqual([
      '~Kumo Run',
      '~入口の選び方',
      '~Sora Zone',
    ]);
  });

  it('leads to the section that is asked for so, though another one has more of its words', async () => {
    const measured = section('測る', '量を測り、減らした数を書く。');
    const box = page('/services/box/', '箱', '', [measured, asked]);
    const asks = { '/services/box/': { limit: { asked: ['一度に動く量を減らしたい'], about: [] } } };
    const { engine: small } = await openEngine(await bundleOf([box], noContent, asks));
    const { results } = await small.search('一度に動く量を減らしたい');
    expect((await results[0]?.load())?.sections[0]?.url).toBe('/kb/services/box/#limit');
  });

  it('loads signs, and a word loads none', async () => {
    const fresh = await open();
    const loaded = () => fresh.asked.filter((path) => path.startsWith('signs/')).length;
    await fresh.engine.search('予約枠');
    expect(loaded()).toBe(0);
    await fresh.engine.search('動く量を減らしたい');
    expect(loaded()).toBeGreaterThan(0);
  });

  it('is answered on a site without a question or a term', async () => {
    const plain = [page('/services/kumo-run/', 'Kumo Run', '関数を動かす。')];
    const { engine: bare } = await openEngine(await bundleOf(plain, noContent));
    expect(await titlesOf(bare, '関数を速く動かしたい')).toEqual(['~Kumo Run']);
  });

  it('may have signs that are names of methods', async () => {
    await expect((await open()).engine.search('constructor を減らしたい')).resolves.toBeDefined();
  });
});

describe('loading', () => {
  it('only what a query needs, each file once', async () => {
    const fresh = await openEngine(files);
    expect(fresh.asked.some((path) => path.includes('index/') || path.includes('text/'))).toBe(false);
    await titlesOf(fresh.engine, 'ドリフト');
    const count = fresh.asked.length;
    await titlesOf(fresh.engine, 'ドリフト');
    expect(fresh.asked).toHaveLength(count);
    expect(fresh.asked.some((path) => path.startsWith('vocabulary'))).toBe(false);
    await fresh.engine.search('ドリフトト');
    expect(fresh.asked.some((path) => path.startsWith('vocabulary'))).toBe(true);
    expect(asked.length).toBe(new Set(asked).size);
  });

  it('stops when it is no longer wanted', async () => {
    const controller = new AbortController();
    const search = engine.search('まだ探していない言葉', {}, controller.signal);
    controller.abort();
    await expect(search).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('failures', () => {
  const failing = (matching: RegExp, failure: () => Response) => {
    let broken = true;
    const opened = openEngine(files, (path) => (broken && matching.test(path) ? failure() : undefined));
    return { opened, mend: () => (broken = false) };
  };
  const kindOf = (promise: Promise<unknown>) =>
    promise.then(
      () => 'none',
      (error: unknown) => (error instanceof SearchError ? error.kind : String(error)),
    );
  const missing = () => new Response('', { status: 404 });
  const offline = (): Response => {
    throw new TypeError('fetch failed');
  };

  it('no network, no index, a server in trouble: unavailable', async () => {
    expect(await kindOf(failing(/entry/, offline).opened)).toBe('unavailable');
    expect(await kindOf(failing(/entry/, missing).opened)).toBe('unavailable');
    const { engine } = await failing(/aliases\//, () => new Response('', { status: 503 })).opened;
    expect(await kindOf(engine.search('ドリフト'))).toBe('unavailable');
  });

  it('an index of another release: stale', async () => {
    const entry = () => new Response(JSON.stringify({ format: 0 }));
    expect(await kindOf(failing(/entry/, entry).opened)).toBe('stale');
    const { engine } = await failing(/index\//, missing).opened;
    expect(await kindOf(engine.search('ドリフト'))).toBe('stale');
  });

  it('bytes that are no index: broken', async () => {
    const { engine } = await failing(/index\//, () => new Response(new Uint8Array([31, 139, 8, 0]))).opened;
    expect(await kindOf(engine.search('ドリフト'))).toMatch(/broken|unavailable/);
    expect(await kindOf(failing(/entry/, () => new Response('<!doctype html>')).opened)).toBe('broken');
  });

  it('pass: what failed is loaded again', async () => {
    const { opened, mend } = failing(/index\/|text\//, offline);
    const { engine } = await opened;
    expect(await kindOf(engine.search('ドリフト'))).toBe('unavailable');
    mend();
    expect(await titlesOf(engine, 'ドリフト')).toEqual(['KumoFormation']);
  });

  it('pass: excerpts too', async () => {
    const { opened, mend } = failing(/text\//, offline);
    const { results } = await (await opened).engine.search('ドリフト');
    expect(await kindOf(results[0]?.load() ?? Promise.resolve())).toBe('unavailable');
    mend();
    expect(await results[0]?.load()).toMatchObject({ title: 'KumoFormation' });
  });
});
