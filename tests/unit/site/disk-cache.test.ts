import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cacheKey, createDiskCache } from '../../../src/site/disk-cache.ts';

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

  it('leaves no temporary file when two builds write the same entry at once', async () => {
    const [one, two] = [open(), open()];
    await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 2 ? one : two).set(key, 'same')));
    expect(await one.get(key)).toBe('same');
    expect(readdirSync(join(folder, key.slice(0, 2)))).toEqual([key]);
  });
});

describe('cacheKey', () => {
  it('tells its parts apart', () => {
    expect(
      new Set([cacheKey('ab', 'c'), cacheKey('a', 'bc'), cacheKey('abc'), cacheKey('a', 'b', 'c')]).size,
    ).toBe(4);
  });
});
