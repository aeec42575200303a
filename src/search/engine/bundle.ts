import { BUNDLE } from '../layout.ts';
import { SearchError, type EngineOptions } from './types.ts';

/** Reads files of the search bundle. Nothing is kept here; the browser's cache does that. */
export interface Bundle {
  /** Rejects with a `SearchError`. */
  json<T>(path: string): Promise<T>;
  /** Unpacks a file of Pagefind's. Rejects with a `SearchError`. */
  packed<T>(path: string, read: (bytes: Uint8Array) => T): Promise<T>;
}

const NOT_FOUND = 404;

export function openBundle({ base, fetch: get = (url) => globalThis.fetch(url) }: EngineOptions): Bundle {
  const load = async (path: string): Promise<Response> => {
    let response: Response;
    try {
      response = await get(`${base}${BUNDLE}${path}`);
    } catch (cause) {
      throw new SearchError('unavailable', path, { cause });
    }
    if (response.ok) return response;
    // All names but that of the entry file change with each release: a missing file was replaced by a newer one.
    const kind = response.status === NOT_FOUND && /_|\//.test(path) ? 'stale' : 'unavailable';
    throw new SearchError(kind, `${path}: ${response.status}`);
  };
  const attempt = async <T>(path: string, read: (response: Response) => Promise<T>): Promise<T> => {
    const response = await load(path);
    try {
      return await read(response);
    } catch (cause) {
      // A body that breaks off is a TypeError of the stream; anything else is no file of ours.
      throw new SearchError(cause instanceof TypeError ? 'unavailable' : 'broken', path, { cause });
    }
  };
  return {
    json: (path) => attempt(path, (response) => response.json()),
    packed: (path, read) =>
      attempt(path, async ({ body }) => {
        const unpacked = body?.pipeThrough(new DecompressionStream('gzip'));
        return read(new Uint8Array(await new Response(unpacked).arrayBuffer()));
      }),
  };
}
