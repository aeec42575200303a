import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFirefox, launchFirefox, type Firefox } from './firefox.ts';
import { useStage } from './stage.ts';

/** Words of every kind: compounds, half of a compound, kana, widths, misspellings, aliases, Latin, several at once. */
const QUERIES = [
  ...[
    'Lambda',
    'lambda 同時実行',
    '同時実行数',
    'ターゲットグループ',
    'ライフサイクル',
    'セキュリティグループ',
  ],
  ...[
    'サーバ',
    'サーバー',
    'インタフェース',
    'インターフェース',
    'すなっぷしょっと',
    'ｽﾅｯﾌﾟｼｮｯﾄ',
    'スナップショト',
  ],
  ...[
    'ＡＬＢ',
    'ｓ３',
    'cfn ドリフト',
    'ブルーグリーン',
    'blue/green',
    '署名付きURL',
    'タスク定義',
    '実行ロール',
  ],
  ...[
    'オートスケーリング',
    'キャッシュ 削除',
    'ドリ',
    'あ',
    'on',
    'appspec.yml',
    'PutItem',
    'VPC エンドポイント',
  ],
  ...['料金を安くしたい', '障害 復旧', 'ぬるぽ珍紛漢紛'],
];
/** Those that are also asked on a page of their own, by an engine that has read nothing else before. */
const COLD = QUERIES.filter((_, i) => i % 4 === 0);

/** Runs in the page: asks one question after another in the same field, and gives the links to the ten best pages. */
const ASK = `async (queries) => {
  const field = document.querySelector('[data-search-field]');
  const status = document.querySelector('.search-status');
  const answers = {};
  for (const query of queries) {
    if (field.value !== query) {
      status.textContent = '';
      field.value = query;
      field.form.requestSubmit();
    }
    while (!/ページ|見つかり/.test(status.textContent)) await new Promise((r) => setTimeout(r, 5));
    answers[query] = [...document.querySelectorAll('main ol > li')].map((item) => item.querySelector('a').href);
  }
  return answers;
}`;

type Answers = Record<string, string[]>;
interface Tab {
  open(url: string): Promise<unknown>;
  evaluate(expression: string): Promise<unknown>;
}

const stage = useStage('main');
const askAll = async (tab: Tab): Promise<Answers> => {
  await tab.open(`${stage.url}search/`);
  return (await tab.evaluate(`(${ASK})(${JSON.stringify(QUERIES)})`)) as Answers;
};
const askCold = async (tab: Tab): Promise<Answers> => {
  const answers: Answers = {};
  for (const query of COLD) {
    await tab.open(`${stage.url}search/?q=${encodeURIComponent(query)}`);
    Object.assign(answers, await tab.evaluate(`(${ASK})(${JSON.stringify([query])})`));
  }
  return answers;
};
const pick = (answers: Answers, queries: readonly string[]): Answers =>
  Object.fromEntries(queries.map((query) => [query, answers[query] ?? []]));

const WITHOUT_SEGMENTER = 'delete Intl.Segmenter;';

describe('the ten best pages are the same', () => {
  let expected: Answers;
  const chromiumTab = async (): Promise<Tab> => {
    const page = await stage.open('/about/');
    return { open: (url) => page.goto(url), evaluate: (expression) => page.evaluate(expression) };
  };

  beforeAll(async () => {
    expected = await askAll(await chromiumTab());
  });

  it('for questions that have answers', () => {
    const without = QUERIES.filter((query) => expected[query]?.length === 0);
    expect(without).toEqual(['ぬるぽ珍紛漢紛']);
  });

  it('in Chromium, whatever was asked before', async () => {
    expect(await askCold(await chromiumTab())).toEqual(pick(expected, COLD));
  });

  it('in Chromium without Intl.Segmenter', async () => {
    const page = await stage.open('/about/');
    await page.addInitScript(WITHOUT_SEGMENTER);
    const tab = {
      open: (url: string) => page.goto(url),
      evaluate: (source: string) => page.evaluate(source),
    };
    expect(await askAll(tab)).toEqual(expected);
  });

  const path = findFirefox();
  describe.skipIf(path === undefined)('in Firefox (skipped where it is not installed)', () => {
    let firefox: Firefox;
    beforeAll(async () => {
      firefox = await launchFirefox(path ?? '');
      // Left before its time, a page that is fetching through a worker complains on the console.
      await firefox.beforePages('delete Navigator.prototype.serviceWorker;');
    });
    afterAll(() => firefox.close());

    it('asked in a row', async () => {
      expect(await askAll(firefox)).toEqual(expected);
    });

    it('each asked first', async () => {
      expect(await askCold(firefox)).toEqual(pick(expected, COLD));
    });

    it('without Intl.Segmenter', async () => {
      await firefox.beforePages(WITHOUT_SEGMENTER);
      await firefox.open(`${stage.url}search/`);
      expect(await firefox.evaluate('"Segmenter" in Intl')).toBe(false);
      expect(await askAll(firefox)).toEqual(expected);
    });

    it('with an empty console', () => {
      expect(firefox.messages).toEqual([]);
    });
  });
});
