import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutShards } from '../../../src/search/build/shards.ts';
import { openBundle } from '../../../src/search/engine/bundle.ts';
import { openJsonShards } from '../../../src/search/engine/shards.ts';
import { serve } from './pages.ts';

/** A dictionary as it is cut into files and read again. */
function reopen(words: ReadonlyMap<string, number>) {
  const { shards, files } = cutShards('vocabulary', words);
  const { fetch, asked } = serve(files);
  const dictionary = openJsonShards<number>('vocabulary', shards, openBundle({ base: '/kb/', fetch }));
  return { dictionary, files, asked };
}

const many = new Map([...Array(3000).keys()].map((n) => [`word${n.toString(36)}`, n]));

describe('a dictionary in files', () => {
  it('gives what was put in, and nothing else', async () => {
    const word = fc.stringMatching(/^[a-c鍵ア]{1,3}$/);
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(word),
        fc.integer({ min: 1, max: 2000 }),
        word,
        async (some, long, other) => {
          // Long words leave room for few in a file.
          const words = new Map(some.map((text, n) => [text + 'z'.repeat(long), n]));
          const { dictionary } = reopen(words);
          for (const [text, n] of words) expect(await dictionary.get(text)).toBe(n);
          expect(await dictionary.get(other)).toBe(undefined);
          const found = await dictionary.startingWith(other);
          expect(new Map(found)).toEqual(new Map([...words].filter(([text]) => text.startsWith(other))));
        },
      ),
    );
  });

  it('loads one file for a word, and each once', async () => {
    const { dictionary, files, asked } = reopen(many);
    expect(files.length).toBeGreaterThan(5);
    expect(await dictionary.get('word1a')).toBe(46);
    expect(await dictionary.get('word1a')).toBe(46);
    expect(asked).toHaveLength(1);
  });

  it('loads those files that words lie in which begin alike', async () => {
    const { dictionary, files, asked } = reopen(many);
    expect(await dictionary.startingWith('word2')).toHaveLength(
      [...many.keys()].filter((word) => word.startsWith('word2')).length,
    );
    expect(asked.length).toBeGreaterThan(1);
    expect(asked.length).toBeLessThan(files.length);
  });

  it('has other names for other content', () => {
    const names = (words: ReadonlyMap<string, number>) => reopen(words).files.map(({ path }) => path);
    expect(names(new Map(many).set('word1a', 1))).not.toEqual(names(many));
    expect(names(new Map([...many].reverse()))).toEqual(names(many));
  });

  it('takes names of methods, and no words at all', async () => {
    const { dictionary } = reopen(new Map([['word', 1]]));
    expect(await dictionary.get('constructor')).toBe(undefined);
    expect(await reopen(new Map([['__proto__', 2]])).dictionary.get('__proto__')).toBe(2);
    const none = reopen(new Map());
    expect(none.files).toEqual([]);
    expect(await none.dictionary.get('word')).toBe(undefined);
    expect(await none.dictionary.startingWith('w')).toEqual([]);
  });
});
