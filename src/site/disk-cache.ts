import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readFileSync, utimesSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { replaceFile } from './replace-file.ts';

/** In milliseconds. */
export const DAY = 86_400_000;

/** All that builds keep from one to the next, each in a folder of its own below that of the caches. */
export const CACHES = ['astro', 'bodies', 'cards', 'diagrams', 'search'] as const;

/** The folder of one cache. */
export const cacheFolder = (cacheDir: string, cache: (typeof CACHES)[number]): string =>
  join(cacheDir, cache);

/** Keeps texts by content: the key is a digest of everything that the value was made from. */
export interface ContentCache {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string): Promise<void>;
}

export interface DiskCacheOptions {
  readonly folder: string;
  /** Told of each entry that was damaged; such an entry counts as missing and is written anew. */
  readonly onDamage: (file: string) => void;
}

/** Tells people that a cache entry is made anew; to the terminal, since a quiet build shows no other warnings. */
export const reportDamage = (file: string): void => {
  process.stderr.write(`壊れたキャッシュを作り直します: ${file}\n`);
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * A cache on disk. Each file begins with the digest of its content, so that a torn or edited entry is noticed; two builds
 * at once see whole entries only.
 */
export function createDiskCache({ folder, onDamage }: DiskCacheOptions): ContentCache {
  const fileOf = (key: string) => join(folder, key.slice(0, 2), key);
  return {
    async get(key) {
      const file = fileOf(key);
      const stored = readUsed(file);
      if (stored === undefined) return undefined;
      const value = stored.slice(65);
      if (stored.slice(0, 65) === `${sha256(value)}\n`) return value;
      onDamage(file);
      return undefined;
    },
    async set(key, value) {
      const file = fileOf(key);
      await mkdir(dirname(file), { recursive: true });
      await replaceFile(file, `${sha256(value)}\n${value}`);
    },
  };
}

/**
 * Reads a file and marks it as used, for `pruneCaches`; a mark is a write, so there is one a day at most. In place: to
 * hand thousands of small files to a thread takes longer than to read them.
 */
function readUsed(file: string): string | undefined {
  let descriptor;
  try {
    descriptor = openSync(file, 'r');
  } catch {
    return undefined;
  }
  try {
    if (Date.now() - fstatSync(descriptor).mtimeMs > DAY) markUsed(file);
    return readFileSync(descriptor, 'utf8');
  } finally {
    closeSync(descriptor);
  }
}

function markUsed(file: string): void {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch {
    // A cache of somebody else's can be read all the same.
  }
}

/** The key for a value made from these parts. Parts are told apart, whatever they contain. */
export const cacheKey = (...parts: readonly string[]): string => sha256(JSON.stringify(parts));
