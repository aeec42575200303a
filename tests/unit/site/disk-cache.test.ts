import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
  type Dirent,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cacheKey, createDiskCache } from '../../../src/site/disk-cache.ts';
import { pruneCaches } from '../../../src/site/prune-caches.ts';

const DAY = 86_400_000;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cache-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = (damaged: string[] = []) => createDiskCache({ folder, onDamage: (file) => damaged.push(file) });

describe('the disk cache', () => {
  const key = cacheKey('a');

  it('gives back what was put in, to another process too', async () => {
    expect(await open().get(key)).toBeUndefined();
    await open().set(key, '値\n\u0000');
    expect(await open().get(key)).toBe('値\n\u0000');
  });

  it.each([
    ['torn', (text: string) => text.slice(0, -1)],
    ['edited', (text: string) => text.replace('x', 'y')],
    ['empty', () => ''],
  ])('takes a %s entry for missing, says so, and heals by the next write', async (_name, damage) => {
    const damaged: string[] = [];
    const cache = open(damaged);
    await cache.set(key, 'x-value');
    const file = join(folder, key.slice(0, 2), key);
    writeFileSync(file, damage(readFileSync(file, 'utf8')));
    expect(await cache.get(key)).toBeUndefined();
    expect(damaged).toEqual([file]);
    await cache.set(key, 'x-value');
    expect(await cache.get(key)).toBe('x-value');
  });

  it('marks what is used, once a day at most', async () => {
    await open().set(key, 'value');
    const file = join(folder, key.slice(0, 2), key);
    const usedAfter = async (days: number) => {
      const before = new Date(Date.now() - days * DAY);
      utimesSync(file, before, before);
      expect(await open().get(key)).toBe('value');
      return statSync(file).mtimeMs > before.getTime() + DAY / 2;
    };
    expect(await usedAfter(0.9)).toBe(false);
    expect(await usedAfter(2)).toBe(true);
  });

  it('leaves no temporary file when two builds write the same entry at once', async () => {
    const [one, two] = [open(), open()];
    await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 2 ? one : two).set(key, 'same')));
    expect(await one.get(key)).toBe('same');
    expect(readdirSync(join(folder, key.slice(0, 2)))).toEqual([key]);
  });
});

describe('pruning', () => {
  const now = Date.now();
  const put = async (name: string, key: string, days: number) => {
    await createDiskCache({ folder: join(folder, name), onDamage: () => undefined }).set(key, 'value');
    const used = new Date(now - days * DAY);
    utimesSync(join(folder, name, key.slice(0, 2), key), used, used);
  };
  const left = () =>
    (readdirSync(folder, { recursive: true, withFileTypes: true }) as Dirent[])
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .toSorted();

  it('takes what no build has used for a month out of every cache, and nothing else', async () => {
    await put('bodies', 'aa1', 31);
    await put('bodies', 'aa2', 29);
    await put('cards', 'bb1', 300);
    await put('cards', 'bb1.half-written', 300);
    const store = join(folder, 'astro', '0123456789abcdef');
    mkdirSync(join(store, 'assets'), { recursive: true });
    for (const name of ['data-store.json', 'assets/picture']) writeFileSync(join(store, name), '');
    for (const name of ['data-store.json', 'assets/picture', 'assets']) utimesSync(join(store, name), 0, 0);
    // Whoever names a folder for the caches may keep other things there.
    await put('photographs', 'cc1', 300);
    await pruneCaches(folder, now);
    expect(left()).toEqual(['aa2', 'cc1', 'picture', 'pruned']);
  });

  it('looks once a day', async () => {
    await pruneCaches(folder, now);
    await put('bodies', 'aa1', 31);
    await pruneCaches(folder, now);
    expect(left()).toEqual(['aa1', 'pruned']);
    await pruneCaches(folder, now + 2 * DAY);
    expect(left()).toEqual(['pruned']);
  });

  it('finds nothing where nothing was kept', async () => {
    await pruneCaches(join(folder, 'none'), now);
    expect(left()).toEqual(['pruned']);
  });
});

describe('cacheKey', () => {
  it('tells its parts apart', () => {
    expect(
      new Set([cacheKey('ab', 'c'), cacheKey('a', 'bc'), cacheKey('abc'), cacheKey('a', 'b', 'c')]).size,
    ).toBe(4);
  });
});
