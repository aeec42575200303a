import { describe, expect, it } from 'vitest';
import { IdSpace, joinWords } from '../../../../src/importer/file/slug.ts';
import { isSlug } from '../../../../src/schema/index.ts';
import { knowledge } from '../known.ts';

describe('slugOf', () => {
  it.each([
    ['セットアップ', 'setup'],
    ['Fn::GetAZs とは', 'fn-getazs'],
    ['cfn-signal', 'cfn-signal'],
    ['デプロイの設定', 'deployment-settings'],
    ['ECS の場合', 'ecs'],
    ['エイリアスレコード', 'alias-record'],
    ['ＡＰＩ　Gateway の統合', 'api-gateway-integration'],
  ])('%s becomes %s', (heading, slug) => {
    expect(knowledge.slugger.slugOf(heading)).toBe(slug);
  });

  it.each(['200', '', '！？', '朝ごはんの献立', '１２３', '../../etc'])(
    '%j gets an id of its own or a sound one',
    (heading) => {
      const slug = knowledge.slugger.slugOf(heading);
      expect(isSlug(slug)).toBe(true);
      expect(knowledge.slugger.slugOf(heading)).toBe(slug);
    },
  );
});

describe('IdSpace', () => {
  it('gives each id once, in the order of wishes', () => {
    const ids = new IdSpace(
      new Map([
        ['overview', undefined],
        ['a-2', undefined],
      ]),
    );
    const given = [['a'], ['a'], ['overview', 'b'], ['b'], ['長い', 'c']].map((wishes) =>
      ids.take(wishes, 'n.md'),
    );
    expect(given).toEqual(['a', 'a-3', 'b', 'b-2', 'c']);
  });

  it('stays short', () => {
    const long = 'a'.repeat(64);
    const ids = new IdSpace(new Map([[long, undefined]]));
    expect(isSlug(ids.take([long], 'n.md'))).toBe(true);
    expect(joinWords(['cache-hit', 'cache-ratio'])).toBe('cache-hit-ratio');
    expect(joinWords(Array.from({ length: 30 }, (_, i) => `w${i}`)).length).toBeLessThanOrEqual(48);
  });
});
