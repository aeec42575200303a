import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

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
 * A cache on disk. Each file begins with the digest of its content, so that a torn or edited entry is noticed; files
 * are written beside and renamed, so that two builds at once see whole entries only.
 */
export function createDiskCache({ folder, onDamage }: DiskCacheOptions): ContentCache {
  const fileOf = (key: string) => join(folder, key.slice(0, 2), key);
  return {
    async get(key) {
      const file = fileOf(key);
      let stored: string;
      try {
        stored = await readFile(file, 'utf8');
      } catch {
        return undefined;
      }
      const value = stored.slice(65);
      if (stored.slice(0, 65) === `${sha256(value)}\n`) return value;
      onDamage(file);
      return undefined;
    },
    async set(key, value) {
      const file = fileOf(key);
      const temporary = `${file}.${randomUUID()}`;
      await mkdir(dirname(file), { recursive: true });
      await writeFile(temporary, `${sha256(value)}\n${value}`);
      await rename(temporary, file);
    },
  };
}

/** The key for a value made from these parts. Parts are told apart, whatever they contain. */
export const cacheKey = (...parts: readonly string[]): string => sha256(JSON.stringify(parts));
