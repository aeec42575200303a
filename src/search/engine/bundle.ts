import { BUNDLE, ENTRY_FILE } from '../layout.ts';
import { readChunk, type Postings } from '../reader/pagefind-files.ts';
import { cached } from './cached.ts';
import { SearchError, type EngineOptions } from './types.ts';

/** Reads files of the search bundle, each once. Rejects with a `SearchError`; what failed can be tried again. */
export interface Bundle {
  json<T>(path: string): Promise<T>;
  /** The words of a part of the index. */
  chunk(path: string): Promise<ReadonlyMap<string, Postings>>;
}

const NOT_FOUND = 404;

export function openBundle({ base, fetch: get = (url) => globalThis.fetch(url) }: EngineOptions): Bundle {
  const load = async <T>(path: string, read: (response: Response) => Promise<T>): Promise<T> => {
    try {
      const response = await get(`${base}${BUNDLE}${path}`);
      if (response.ok) return await read(response);
      // All names but that of the entry file change with each release: a missing file was replaced by a newer one.
      const kind = response.status === NOT_FOUND && path !== ENTRY_FILE ? 'stale' : 'unavailable';
      throw new SearchError(kind, `${path}: ${response.status}`);
    } catch (cause) {
      if (cause instanceof SearchError) throw cause;
      // No answer, or a body that breaks off, is a TypeError; anything else is no file of ours.
      throw new SearchError(cause instanceof TypeError ? 'unavailable' : 'broken', path, { cause });
    }
  };
  const json = cached((path: string) => load(path, (response) => response.json()));
  return {
    json: <T>(path: string) => json(path) as Promise<T>,
    chunk: cached((path) =>
      load(path, async ({ body }) => {
        const unpacked = body?.pipeThrough(new DecompressionStream('gzip'));
        return readChunk(new Uint8Array(await new Response(unpacked).arrayBuffer()));
      }),
    ),
  };
}
