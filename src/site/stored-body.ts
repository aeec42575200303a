import type { Diagnostic } from '../diagnostics/index.ts';
import type { BodyOutline } from '../markdown/analyse.ts';
import type { ContentCache } from './disk-cache.ts';

/** What a body became. The HTML itself stays in the cache until a page asks for it. */
export interface CompiledBody {
  /** Under which the HTML is kept; undefined when the body has errors. */
  readonly key: string | undefined;
  readonly outline: BodyOutline;
  readonly linksTo: readonly string[];
}

export interface BodyResult {
  readonly body: CompiledBody;
  readonly diagnostics: readonly Diagnostic[];
}

/** How a compiled body lies in the cache. */
export interface StoredBody extends BodyResult {
  readonly html: string;
  /** The body as plain Markdown. */
  readonly markdown: string;
}

/** A body that was compiled in this build. */
export async function readStoredBody(cache: ContentCache, key: string): Promise<StoredBody> {
  const stored = await cache.get(key);
  if (stored === undefined) throw new Error(`compiled body ${key} is gone from the cache`);
  return JSON.parse(stored) as StoredBody;
}
