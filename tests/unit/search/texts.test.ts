import { describe, expect, it } from 'vitest';
import { excerptOf } from '../../../src/search/engine/excerpt.ts';
import { toPhrase, toStem, type Phrase } from '../../../src/search/engine/phrase.ts';
import { cutSegments, findRanges } from '../../../src/search/engine/segments.ts';
import { knownWordsIn, splitCompound } from '../../../src/search/engine/compounds.ts';
import { createSpeller } from '../../../src/search/engine/okurigana.ts';
import { editDistance } from '../../../src/diagnostics/index.ts';
import type { Dictionary } from '../../../src/search/engine/shards.ts';
import { correct } from '../../../src/search/engine/spelling.ts';
import { toKatakana } from '../../../src/search/engine/katakana.ts';
import { cutTerms } from '../../../src/search/engine/terms.ts';
import { contentUnits } from '../../../src/search/engine/units.ts';
import { createAliases } from '../../../src/search/engine/aliases.ts';
import { OKURIGANA } from '../../../src/search/build/okurigana.ts';
import { listOtherWords, type AliasGroups } from '../../../src/search/build/other-words.ts';
import { packOtherWords, stemKey } from '../../../src/search/other-words.ts';

const phrasesOf = (...texts: string[]) => texts.map((text) => toPhrase(text) as Phrase);
const mark = (text: string, ...words: string[]) =>
  cutSegments(text, findRanges(text, phrasesOf(...words)))
    .map((segment) => (segment.marked ? `[${segment.text}]` : segment.text))
    .join('');

describe('marked words', () => {
  it.each([
    ['サーバーを止める', ['サーバ'], '[サーバー]を止める'],
    ['ｻｰﾊﾞｰを止める', ['サーバー'], '[ｻｰﾊﾞｰ]を止める'],
    ['ブルー・グリーンで', ['ブルーグリーン'], '[ブルー・グリーン]で'],
    ['署名付き URL を', ['署名付きURL'], '[署名付き URL] を'],
    ['関数と関数', ['関数'], '[関数]と[関数]'],
    ['同時実行数', ['同時', '実行数'], '[同時実行数]'],
    ['ここには無い', ['関数'], 'ここには無い'],
    ['AWS::CloudFormation::Stack', ['formation'], 'AWS::[CloudFormation]::Stack'],
    ['<b>関数</b> & "x"', ['関数'], '<b>[関数]</b> & "x"'],
    ['𠮷野家の関', ['関'], '𠮷野家の[関]'],
    ['', ['関数'], ''],
  ])('%s', (text, words, expected) => {
    expect(mark(text, ...words)).toBe(expected);
  });

  it('segments together are the text', () => {
    const text = '同時実行数と実行数';
    const segments = cutSegments(text, findRanges(text, phrasesOf('同時実行', '実行数', '数')));
    expect(segments.map((segment) => segment.text).join('')).toBe(text);
  });
});

describe('excerpts', () => {
  const read = (blocks: string[], ...words: string[]) =>
    excerptOf(blocks, phrasesOf(...words))
      .segments.map((segment) => (segment.marked ? `[${segment.text}]` : segment.text))
      .join('');
  const long = 'あいうえお、かきくけこ。'.repeat(20);

  it('show the stretch with most of the words', () => {
    expect(read(['関数だけ。', '関数とバケットの両方。'], '関数', 'バケット')).toContain(
      '[関数]と[バケット]',
    );
  });

  it('begin at the sentence when it is near, and say what they leave out', () => {
    expect(read([`${long}次の文に関数がある。${long}`], '関数')).toMatch(/^…次の文に\[関数\]がある。.*…$/s);
  });

  it('are short, and never cut a character in two', () => {
    const text = `${'𠮷'.repeat(100)}関数${'𠮷'.repeat(100)}`;
    const shown = read([text], '関数');
    expect(shown.length).toBeLessThan(130);
    expect(shown.isWellFormed()).toBe(true);
  });

  it('begin with a whole word', () => {
    for (const word of ['FAILURE_TOLERANCE', 'ユーザーデータ'])
      for (let n = 0; n < 24; n += 1)
        expect(read([`${long}この${word}${'を'.repeat(n)}関数`], '関数')).toMatch(
          new RegExp(`^…(?:.*${word})?[^ァ-ヶーA-Z]*\\[関数\\]`),
        );
  });

  it('fall back to the beginning', () => {
    expect(read(['はじめの文。', 'つぎの文。'], '関数')).toMatch(/^はじめの文。/);
    expect(read([], '関数')).toBe('');
  });

  it('go on into the next blocks when a block is short', () => {
    expect(read(['関数', '値', '説明'], '関数')).toBe('[関数] … 値 … 説明');
  });
});

/** A dictionary that is not cut. */
const dictionaryOf = <V>(words: Iterable<readonly [string, V]>): Dictionary<V> => ({
  get: (word) => Promise.resolve(new Map(words).get(word)),
  startingWith: (beginning) => Promise.resolve([...words].filter(([word]) => word.startsWith(beginning))),
});
const aliasesOf = (groups: AliasGroups) =>
  createAliases(
    dictionaryOf(
      [...listOtherWords(groups)].map(([word, others]) => [word, packOtherWords(others)] as const),
    ),
  );

const isName = (key: string) => Promise.resolve(key === 'auto scaling' || key === 'elastic load balancing');

describe('terms', () => {
  it.each([
    ['Lambda タイムアウト', ['Lambda', 'タイムアウト']],
    ['Auto Scaling とは', ['Auto Scaling', 'とは']],
    ['elastic load balancing', ['elastic load balancing']],
    ['load balancing', ['load', 'balancing']],
    ['"最大 実行" 時間', ['最大 実行', '時間']],
    ['“引用”', ['引用']],
    ['a、b。c？「d」', ['a', 'b', 'c', 'd']],
    ['"閉じない', ['"閉じない']],
    ['  ', []],
  ])('%s', async (query, terms) => {
    expect((await cutTerms(query, isName)).map(({ text }) => text)).toEqual(terms);
  });
});

describe('content words', () => {
  it.each([
    ['S3の署名付きURLを発行する方法', ['S3', '署名付', 'URL', '発行', '方法']],
    ['デプロイに失敗したらロールバックしたい', ['デプロイ', '失敗', 'ロールバック']],
    ['読み込みが遅い', ['読み込', '遅~']],
    ['ログを消してから止める', ['ログ', '消~', '止~']],
    ['人が関数を増やす', ['関数', '増~']],
    ['Elastic Load Balancing で Auto Scaling を止める', ['Elastic Load Balancing', 'Auto Scaling', '止~']],
    ['どうする', []],
  ])('%s', async (text, units) => {
    expect((await contentUnits(text, isName)).map((unit) => unit.text + (unit.stem ? '~' : ''))).toEqual(
      units,
    );
  });

  it('weigh less in the words that only ask, and in verbs', async () => {
    const weights = (await contentUnits('関数を消す方法', isName)).map(({ weight }) => weight);
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
    expect(new Set(weights).size).toBe(3);
  });

  it('of a verb are found in all its forms, and in no noun', () => {
    const code = (text: string) => toPhrase(text)?.steps[0]?.code ?? '';
    const step = toStem('消す')?.steps[0];
    for (const form of ['消して', '消さない', '消えた'])
      expect(code(form)).toMatch(new RegExp(`^${step?.code}`));
    expect(code('消費')).not.toMatch(new RegExp(`^${step?.code}`));
    expect(['関数', '読み込む', 'を'].map(toStem)).toEqual([undefined, undefined, undefined]);
  });

  it.each([
    ['でぷろい', 'デプロイ'],
    ['さーば', 'サーバ'],
    ['デプロイ', undefined],
    ['あ', undefined],
    ['で関数', undefined],
  ])('%s in katakana', (text, katakana) => {
    expect(toKatakana(text)).toBe(katakana);
  });
});

describe('hiragana of compounds', () => {
  it.each([
    ['予約済同時実行数', '予約済み同時実行数'],
    ['割当解除', '割り当て解除'],
    ['予約済み', '予約済み'],
    ['読み込み', '読み込み'],
    ['関数', '関数'],
  ])('%s is %s', (bare, full) => {
    expect(createSpeller(OKURIGANA)(bare)).toBe(full);
  });
});

describe('spelling', () => {
  const vocabulary = dictionaryOf([
    ['cloudfront', 9],
    ['lambda', 20],
    ['lambdas', 2],
    ['デスティネーション', 5],
    ['ライフサイクルポリシ', 3],
    ['リポジトリ', 7],
  ]);

  it.each([
    ['lamdba', 'lambda'],
    ['Lambd', 'lambda'],
    ['cloudfornt', 'cloudfront'],
    ['ライフサイルポリシー', 'ライフサイクルポリシ'],
    ['レポジトリ', 'リポジトリ'],
    ['テスティネーション', 'デスティネーション'],
    ['lambda', undefined],
    ['lam', undefined],
    ['aaaaaa', undefined],
    ['zzzqqq', undefined],
    ['ambda', undefined],
    ['イポジトリ', undefined],
  ])('%s', async (word, expected) => {
    expect(await correct(word, vocabulary)).toBe(expected);
  });

  it('counts no further than it has to', () => {
    expect(editDistance('abc', 'abc', 2)).toBe(0);
    expect(editDistance('abc', 'acb', 2)).toBe(1);
    expect(editDistance('abcdef', 'uvwxyz', 2)).toBe(3);
  });
});

describe('other words', () => {
  const aliases = aliasesOf({
    names: [[['cloudformation'], ['cfn', 'クラウドフォーメーション']]],
    words: [['ログ', 'log', '記録']],
  });
  const texts = async (text: string) => (await aliases.expand(text)).map((alias) => alias.text);

  it('lead from a short form to the name, and between words that mean the same', async () => {
    expect(await texts('CFn')).toEqual(['cloudformation', 'クラウドフォーメーション']);
    expect(await texts('記録')).toEqual(['ログ', 'log']);
    expect(await texts('何か')).toEqual([]);
  });

  it('are apt when the short form stands for the name, or English for Japanese', async () => {
    expect((await aliases.expand('cfn')).filter(({ apt }) => apt)).toMatchObject([
      { text: 'cloudformation', name: true },
    ]);
    expect((await aliases.expand('log')).every(({ apt }) => apt)).toBe(true);
    expect((await aliases.expand('記録')).some(({ apt }) => apt)).toBe(false);
  });

  it('are the same for English in its plural', async () => {
    const { expand, isName } = aliasesOf({
      names: [],
      words: [
        ['依存関係', 'dependency'],
        ['状態', 'status'],
      ],
    });
    expect((await expand('Dependencies')).map(({ text }) => text)).toEqual(['依存関係']);
    expect(await texts('logs')).toEqual(['ログ', '記録']);
    expect(await isName('dependencies')).toBe(true);
    expect(await expand('statu')).toEqual([]);
  });

  it('come far behind a Japanese word that was typed', async () => {
    expect(Math.max(...(await aliases.expand('記録')).map(({ factor }) => factor))).toBeLessThan(0.2);
    expect(Math.min(...(await aliases.expand('cfn')).map(({ factor }) => factor))).toBeGreaterThan(0.7);
  });

  it('are forms of the typed word when they begin alike for most of it', async () => {
    const { expand } = aliasesOf({
      names: [],
      words: [['オートスケーリング', 'オートスケール', '自動スケーリング']],
    });
    const synonyms = (await expand('オートスケーリング')).filter(({ synonym }) => synonym);
    expect(synonyms.map(({ text }) => text)).toEqual(['自動スケーリング']);
  });

  it('are known from their beginning', async () => {
    expect((await aliases.expandPrefix('クラウドフ')).map(({ text }) => text)).toContain('cloudformation');
    expect(await aliases.expandPrefix('クラ')).toEqual([]);
  });

  it('are found in a sentence, whatever particles are between their parts', async () => {
    const aliases = aliasesOf({ names: [], words: [['キャッシュの無効化', 'invalidation', 'ログ']] });
    expect(await knownWordsIn('CDN のキャッシュを無効化したい', aliases)).toEqual(['キャッシュの無効化']);
    expect(await knownWordsIn('ログと invalidation', aliases)).toEqual([]);
  });

  it('for a verb are found by its stem', async () => {
    const { expand } = aliasesOf({ names: [], words: [['削除', '消す']] });
    expect((await expand(stemKey('消'))).map(({ text }) => text)).toEqual(['削除']);
  });

  it('take a compound apart', async () => {
    const aliases = aliasesOf({ names: [], words: [['ポリシ', 'policy']] });
    expect(await splitCompound('大事な記録', aliases)).toEqual(['大事な記録']);
    expect(await splitCompound('独自ポリシー設定', aliases)).toEqual(['独自', 'ポリシ', '設定']);
  });
});
