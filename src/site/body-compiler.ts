import type { BodyEntry } from '../content/entries.ts';
import { diagnose, isError, type Diagnostic } from '../diagnostics/index.ts';
import { analyseBody, type BodyOutline, type HeadingRule } from '../markdown/analyse.ts';
import { guardTree } from '../markdown/guard.ts';
import { MdxSyntaxError, parseMdx } from '../markdown/parse.ts';
import { renderBody } from '../markdown/render.ts';
import type { RenderContext } from '../markdown/render-context.ts';
import { cacheKey, type ContentCache } from './disk-cache.ts';

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

interface StoredBody extends BodyResult {
  readonly html: string;
}

const NOTHING: CompiledBody = {
  key: undefined,
  outline: { headings: [], links: [], quotas: [] },
  linksTo: [],
};

/** Turns bodies into HTML, each only once: what was compiled before, in this or an earlier run, is taken from the cache. */
export class BodyCompiler {
  readonly #cache: ContentCache;
  readonly #fingerprint: string;
  readonly #known = new Map<string, BodyResult>();

  /** @param fingerprint changes whenever the code that renders changes */
  constructor(cache: ContentCache, fingerprint: string) {
    this.#cache = cache;
    this.#fingerprint = fingerprint;
  }

  /** @param contextKey changes whenever anything in `context` that shows in the HTML changes */
  async compile(
    entry: BodyEntry<unknown>,
    rule: HeadingRule,
    context: RenderContext,
    contextKey: string,
  ): Promise<BodyResult> {
    const { file, body } = entry;
    const key = cacheKey(
      this.#fingerprint,
      contextKey,
      rule,
      context.page,
      context.idPrefix,
      file,
      String(body.line),
      body.text,
    );
    const known = this.#known.get(key) ?? (await this.#load(key));
    if (known) return known;

    const { html, ...result } = await compileBody(entry, rule, context, key);
    this.#known.set(key, result);
    // A body with findings is compiled again next time, so that they are reported again.
    if (html !== undefined && result.diagnostics.length === 0)
      await this.#cache.set(key, JSON.stringify({ ...result, html } satisfies StoredBody));
    return result;
  }

  /** The HTML of a compiled body. */
  async readHtml(key: string): Promise<string> {
    const stored = await this.#cache.get(key);
    if (stored === undefined) throw new Error(`compiled body ${key} is gone from the cache`);
    return (JSON.parse(stored) as StoredBody).html;
  }

  async #load(key: string): Promise<BodyResult | undefined> {
    const stored = await this.#cache.get(key);
    if (stored === undefined) return undefined;
    const { body, diagnostics } = JSON.parse(stored) as StoredBody;
    this.#known.set(key, { body, diagnostics });
    return { body, diagnostics };
  }
}

async function compileBody(
  { file, body }: BodyEntry<unknown>,
  rule: HeadingRule,
  context: RenderContext,
  key: string,
): Promise<BodyResult & { html?: string }> {
  let tree;
  try {
    tree = parseMdx(body.text, body.line);
  } catch (error) {
    if (!(error instanceof MdxSyntaxError)) throw error;
    const { line, column, message } = error;
    return { body: NOTHING, diagnostics: [diagnose('N301', { file, line, column }, { reason: message })] };
  }
  const guarded = guardTree(tree, file);
  const { outline, diagnostics } = analyseBody(tree, file, rule);
  const found = [...guarded, ...diagnostics];
  if (found.some(isError)) return { body: { ...NOTHING, outline }, diagnostics: found };

  const rendered = await renderBody(tree, file, context);
  const all = [...found, ...rendered.diagnostics];
  if (!rendered.body) return { body: { ...NOTHING, outline }, diagnostics: all };
  const { html, linksTo } = rendered.body;
  return { body: { key, outline, linksTo }, diagnostics: all, html };
}
