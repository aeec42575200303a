import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOf, normalize, tokenize, tokenizeParts } from '../../../src/search/tokens/index.ts';

const codes = (text: string) => tokenize(text).map(({ code }) => code);
/** The stretches of the source that the tokens stand for. */
const pieces = (text: string) => tokenize(text).map(({ start, end }) => text.slice(start, end));

describe('spellings that are the same', () => {
  it.each([
    // Width and compatibility forms.
    ['ＡＷＳ', 'AWS'],
    ['ﾃﾞﾌﾟﾛｲ', 'デプロイ'],
    ['ｻｰﾊﾞｰ', 'サーバー'],
    ['５００', '500'],
    ['ﾊﾟ', 'パ'],
    ['か\u3099', 'が'],
    ['㈱', '(株)'],
    ['①', '1'],
    ['ﬁle', 'file'],
    // Case.
    ['LAMBDA', 'lambda'],
    // Long vowels at the end of a word, alone and inside a compound.
    ['サーバー', 'サーバ'],
    ['サーバー証明書', 'サーバ証明書'],
    ['ユーザープール', 'ユーザプール'],
    ['コンピューター', 'コンピュータ'],
    ['セキュリティーグループ', 'セキュリティグループ'],
    ['スライダー', 'スライダ'],
    ['オブザーバビリティー', 'オブザーバビリティ'],
    // Kana that are written in two ways.
    ['インタフェース', 'インターフェイス'],
    ['インターフェース', 'インターフェイス'],
    ['ヴァージョン', 'バージョン'],
    ['プレースメントグループ', 'プレイスメントグループ'],
    ['フェールオーバー', 'フェイルオーバー'],
    ['インターネットゲートウェー', 'インターネットゲートウェイ'],
    ['サーヴィス', 'サービス'],
    // Dots and strokes between katakana.
    ['ブルー/グリーン', 'ブルーグリーン'],
    ['ブルー・グリーン', 'ブルーグリーン'],
    ['ブルー／グリーン', 'ブルーグリーン'],
    // Joints of words, spaces between scripts.
    ['auto-scaling', 'autoscaling'],
    ['auto‑scaling', 'auto-scaling'],
    ['appspec.yml', 'appspec_yml'],
    ['Lambda 関数', 'Lambda関数'],
    ['NAT ゲートウェイ', 'NATゲートウェイ'],
  ])('%s and %s', (a, b) => {
    expect(codes(a)).toEqual(codes(b));
  });
});

describe('spellings that differ', () => {
  it.each([
    ['パス', 'パース'],
    ['キー', 'キ'],
    ['コピー', 'コピ'],
    ['バケット', 'パケット'],
    ['ハブ', 'バブ'],
    ['1.5', '15'],
    ['データ', 'デート'],
    ['サーバ', 'さーば'],
  ])('%s and %s', (a, b) => {
    expect(codes(a)).not.toEqual(codes(b));
  });
});

describe('where tokens stand', () => {
  it.each([
    ['サーバー証明書', ['サ', 'ー', 'バー', '証', '明', '書']],
    ['ｻｰﾊﾞｰ', ['ｻ', 'ｰ', 'ﾊﾞｰ']],
    ['𠮷野家', ['𠮷', '野', '家']],
    ['Lambda 関数を呼ぶ。', ['Lambda', '関', '数', 'を', '呼', 'ぶ']],
    ['（ＡＷＳ）', ['ＡＷＳ']],
    ['見る: https://example.com/a?b=c と', ['見', 'る', 'と']],
    ['', []],
    ['、。！', []],
    ['a', ['a']],
  ])('%s', (text, expected) => {
    expect(pieces(text)).toEqual(expected);
  });

  it('a surrogate without its other half is harmless', () => {
    for (const text of ['\ud842', 'あ\udfb7い', '\udfb7\ud842']) expect(() => tokenize(text)).not.toThrow();
  });
});

describe('parts of compound words', () => {
  it.each([
    ['CloudFormation', ['cloud', 'formation']],
    ['AWSLambdaBasicExecutionRole', ['aws', 'lambda', 'basic', 'execution', 'role']],
    ['appspec.yml', ['appspec', 'yml']],
    ['UPDATE_ROLLBACK_COMPLETE', ['update', 'rollback', 'complete']],
    ['lambda', []],
    ['AWS', []],
    ['CloudFormation の CodeBuild', ['cloud', 'formation', 'code', 'build']],
  ])('%s', (text, parts) => {
    expect(tokenizeParts(text)).toEqual(parts.map((part) => `${part}ъ`));
  });
});

describe('names', () => {
  it.each([
    ['  Auto   Scaling ', 'auto scaling'],
    ['Auto Scaling グループ', 'auto scalingグループ'],
    ['ＮＡＴ　ゲートウェイ', 'natゲートウェ'],
  ])('%s', (text, key) => {
    expect(keyOf(text)).toBe(key);
  });
});

/** Texts of the letters that matter: kana of both widths, kanji, ASCII, marks, surrogates. */
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(...'サーバユザｻｰﾊﾞﾟ゙ヴァフェイスインタレ・/ー 関数ａA1._-、。が\u3099𠮷'),
  }),
);

describe('for any text', () => {
  it('cutting it where tokens begin gives it back', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const cuts = [0, ...tokenize(text).map(({ start }) => start), text.length];
        expect(
          cuts
            .slice(1)
            .map((end, i) => text.slice(cuts[i], end))
            .join(''),
        ).toBe(text);
      }),
    );
  });

  it('tokens follow each other without overlapping', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const tokens = tokenize(text);
        tokens.forEach(({ start, end }, i) => {
          expect(start).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(tokens[i + 1]?.start ?? text.length);
        });
      }),
    );
  });

  it('each token is what its own piece of the text says', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { text: normalized, offsets } = normalize(text);
        expect(offsets).toHaveLength(normalized.length + 1);
        expect(offsets.every((offset, i) => i === 0 || (offsets[i - 1] ?? 0) <= offset)).toBe(true);
      }),
    );
  });

  it('normalising twice changes nothing more, for Japanese and ASCII', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'サーバユザスヴァ関数aA1._- 、。') }), (text) => {
        const once = normalize(text).text;
        expect(codes(once)).toEqual(codes(text));
      }),
    );
  });

  it('index words are plain lower-case letters and digits, which Pagefind takes as they are', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const code of [...codes(text), ...tokenizeParts(text)]) {
          expect(code).toMatch(/^(?:[a-z0-9]+ъ|ж[a-zабвгдезиклмнопрстщ]+ъ?)$/);
          expect(code.normalize('NFD')).toBe(code);
          expect(code.toLowerCase()).toBe(code);
        }
      }),
    );
  });

  it('a part of a text without spaces is found in it', () => {
    // None of エ, ケ, セ, …: with an イ after it, it is one long vowel.
    const kana = fc.string({
      unit: fc.constantFrom(...'アイウオカキ関数設定'),
      minLength: 2,
      maxLength: 20,
    });
    fc.assert(
      fc.property(kana, kana, kana, (before, inside, after) => {
        const needle = codes(inside).slice(0, -1);
        expect(codes(before + inside + after).join(' ')).toContain(needle.join(' '));
      }),
    );
  });
});
