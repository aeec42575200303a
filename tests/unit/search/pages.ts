import type { ContentEntries } from '../../../src/content/entries.ts';
import { buildIndex } from '../../../src/search/build/build-index.ts';
import type { BundleFile } from '../../../src/search/build/bundle-file.ts';
import { preparePage, type PreparedPage } from '../../../src/search/build/prepare.ts';
import { createEngine, type Engine, type PageKind } from '../../../src/search/engine/index.ts';
import type { SearchHints } from '../../../src/schema/index.ts';
import type { SearchPage, SearchSection } from '../../../src/search/pages/search-page.ts';

/** A section of the tests that answers no question. */
export const section = (heading: string, ...blocks: string[]): SearchSection => asked(heading, [], ...blocks);

const asked = (heading: string, questions: string[], ...blocks: string[]): SearchSection => ({
  id: `h-${[...heading].map((c) => c.codePointAt(0)?.toString(36)).join('')}`,
  heading,
  level: 2,
  questions,
  blocks,
});

/** A page of the tests: its lead is the first text, sections follow. */
export function page(
  path: string,
  title: string,
  lead: string,
  sections: readonly SearchSection[] = [],
  kind: PageKind = 'service',
  category: string | undefined = kind === 'service' ? '計算' : undefined,
): SearchPage {
  const top: SearchSection = {
    id: undefined,
    heading: undefined,
    level: 1,
    questions: [],
    blocks: lead ? [lead] : [],
  };
  return { path, kind, category, title, breadcrumb: ['サービス'], sections: [top, ...sections] };
}

export const pages: readonly SearchPage[] = [
  page('/services/kumo-run/', 'Kumo Run', '関数を動かすサービス。サーバーを用意しなくてよい。', [
    section(
      '同時に動く数を抑える',
      '同時実行数は、ある瞬間に動いている関数の数である。',
      '予約された同時実行を決めると、ほかの関数に取られない。',
    ),
    section('タイムアウト', '最大実行時間は 15 分。KumoRunTimeoutException が出たら、処理を分ける。'),
    section('コールドスタート', 'しばらく呼ばれないと、用意し直すので遅くなる。コードが大きいほど遅い。'),
  ]),
  page(
    '/services/kumo-store/',
    'Kumo Object Store（KOS）',
    'ファイルを預かる。',
    [
      section('署名付き URL', '期限のある署名付き URL を発行すると、権限の無い人にも見せられる。'),
      section('ライフサイクルポリシー', '古いものを自動で消す。バケットごとに決める。'),
    ],
    'service',
    '保管',
  ),
  page(
    '/services/kumo-balancer/',
    'Kumo Balancer',
    '通信を振り分けるロードバランサー。確認済みの宛先に送る。',
    [
      section('ヘルスチェック', '落ちたサーバーには送らない。ブルー/グリーンで入れ替えるときにも使う。'),
      section('エラー', '502 と 504 の違い。Bad Request のときは 400 を返す。'),
    ],
    'service',
    '通信',
  ),
  page('/services/kumo-stack/', 'KumoFormation', '構成を文書から作る。', [
    section('ドリフトを検出する', '文書と実物のずれを探す。kumo-signal で待ち合わせる。'),
    section(
      'スタックを消す',
      '消してもリソースを残したいときは DeletionPolicy を書く。オートスケールも止まる。',
    ),
  ]),
  page('/services/sora-scaler/', 'Auto Sora', '台数を増減する。'),
  page('/services/sora-zone/', 'Sora Zone', '名前を番号に変える。', [
    asked('レコードを選ぶ', ['社内の人だけに見せたい'], 'レコードには三つの種類がある。'),
  ]),
  page(
    '/compare/run-or-balance/',
    'Kumo Run と Kumo Balancer',
    'どちらを入口にするか。',
    [section('選び方', '関数だけなら Kumo Run の URL で足りる。')],
    'comparison',
  ),
  page(
    '/glossary/',
    '用語集',
    '',
    [section('冪等', '何度実行しても結果が同じであること。'), section('データベース', '表を保管する。')],
    'glossary',
  ),
];

type Content = Pick<ContentEntries, 'services' | 'glossary' | 'searchAliases'>;
export const asEntries = (content: object): ContentEntries =>
  ({
    services: [],
    glossary: undefined,
    searchAliases: undefined,
    searchHints: [],
    ...content,
  }) as unknown as ContentEntries;

/** Names and words of the tests' pages. */
export const content = asEntries({
  services: [
    {
      id: 'kumo-run',
      data: {
        name: 'Kumo Run',
        shortName: 'Kumo Run',
        reading: 'クモラン',
        aliases: ['KR'],
        features: [],
        searchAliases: ['Kumo Runner', 'クモセッション'],
      },
    },
    {
      id: 'kumo-store',
      data: {
        name: 'Kumo Object Store',
        shortName: 'KOS',
        reading: 'クモオブジェクトストア',
        aliases: [],
        features: [],
        searchAliases: [],
      },
    },
  ],
  glossary: {
    data: [
      {
        id: 'idempotent',
        term: '冪等',
        reading: 'べきとう',
        definition: '同じ要求を二度受けても、結果が一度のときと変わらないこと。',
        aliases: [],
        searchAliases: ['べき等', 'idempotent'],
        services: [],
      },
    ],
  },
  searchAliases: {
    data: [
      { words: ['ロードバランサー', 'load balancer'], why: '英語でも探される' },
      { words: ['オートスケーリング', 'オートスケール', 'Auto Sora'], why: '呼び方が分かれている' },
      { words: ['削除', '消す'], why: '本文はやさしい動詞で書く' },
      { words: ['保持', '残す'], why: '本文はやさしい動詞で書く' },
      { words: ['ブルー/グリーン', '新旧を並べる'], why: '用語を知らない人の言い方' },
      { words: ['クモセッション', '署名付き URL'], why: '呼び方が分かれている' },
      { words: ['リクエスト', 'request'], why: '英語の語で探される' },
    ],
  },
} satisfies Record<keyof Content, unknown>);

export const noContent = asEntries({});

/** @param hints by path */
export const prepare = (
  some: readonly SearchPage[],
  hints: Readonly<Record<string, SearchHints>> = {},
): PreparedPage[] => some.map((one) => preparePage(one, hints[one.path]));

/**
 * The files that a build makes of some pages.
 *
 * @param hints by path
 */
export async function bundleOf(
  some: readonly SearchPage[] = pages,
  entries = content,
  hints: Readonly<Record<string, SearchHints>> = {},
): Promise<BundleFile[]> {
  const { files, diagnostics } = await buildIndex(prepare(some, hints), entries);
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  return files;
}

export interface TestEngine {
  readonly engine: Engine;
  /** Files asked for so far. */
  readonly asked: string[];
}

/** Serves files to an engine; `answer` may stand in for a file. */
export function serve(
  files: readonly BundleFile[],
  answer: (path: string) => Response | undefined = () => undefined,
): { fetch: (url: string) => Promise<Response>; asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    async fetch(url) {
      const path = url.replace('/kb/pagefind/', '');
      asked.push(path);
      const file = files.find((f) => f.path === path);
      return (
        answer(path) ??
        (file ? new Response(file.content as Uint8Array<ArrayBuffer>) : new Response('', { status: 404 }))
      );
    },
  };
}

export async function openEngine(
  files: readonly BundleFile[],
  answer?: (path: string) => Response | undefined,
): Promise<TestEngine> {
  const { fetch, asked } = serve(files, answer);
  return { engine: await createEngine({ base: '/kb/', fetch }), asked };
}

/** Titles of the results, near ones with a `~`. */
export async function titlesOf(engine: Engine, query: string): Promise<string[]> {
  const { results } = await engine.search(query);
  return Promise.all(results.map(async (hit) => (hit.approximate ? '~' : '') + (await hit.load()).title));
}
