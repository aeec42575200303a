import { join } from 'node:path';

/** Where one size is built: nothing of it touches the project's own caches. */
export interface Workplace {
  readonly content: string;
  readonly output: string;
  readonly cache: string;
}

export const workplaceIn = (folder: string): Workplace => ({
  content: join(folder, 'content'),
  output: join(folder, 'dist'),
  cache: join(folder, 'cache'),
});

/** The settings under which a workplace is built and served (see `src/site/settings.ts`). */
export const settingsOf = ({ content, output, cache }: Workplace) => ({
  CONTENT_DIR: content,
  OUT_DIR: output,
  CACHE_DIR: cache,
});
