import type { BodyEntry } from '../content/entries.ts';
import { diagnose, isError } from '../diagnostics/index.ts';
import { analyseBody, type HeadingRule } from '../markdown/analyse.ts';
import { guardTree } from '../markdown/guard.ts';
import { MdxSyntaxError, parseMdx } from '../markdown/parse.ts';
import { renderBody } from '../markdown/render.ts';
import { toPlainMarkdown } from '../markdown/plain-markdown.ts';
import type { RenderContext } from '../markdown/render-context.ts';
import { cacheKey, type ContentCache } from './disk-cache.ts';
import type { BodyResult, CompiledBody, StoredBody } from './stored-body.ts';

const NOTHING: CompiledBody = {
  key: undefined,
  outline: { headings: [], links: [], quotas: [], lead: '' },
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
    entry: Pick<BodyEntry<unknown>, 'file' | 'body'>,
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

    const { texts, ...result } = await compileBody(entry, rule, context, key);
    this.#known.set(key, result);
    // A body with errors has no texts to keep: the next run compiles it again, and finds the same.
    if (texts) await this.#cache.set(key, JSON.stringify({ ...result, ...texts } satisfies StoredBody));
    return result;
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
  { file, body }: Pick<BodyEntry<unknown>, 'file' | 'body'>,
  rule: HeadingRule,
  context: RenderContext,
  key: string,
): Promise<BodyResult & { readonly texts?: Pick<StoredBody, 'html' | 'markdown'> }> {
  let tree;
  try {
    tree = parseMdx(body.text, body.line);
  } catch (error) {
    if (!(error instanceof MdxSyntaxError)) throw error;
    const { line, column, message } = error;
    return { body: NOTHING, diagnostics: [diagnose('N301', { file, line, column }, { reason: message })] };
  }
  const guarded = guardTree(tree, file);
  const { outline, diagnostics } = analyseBody(tree, file, rule, context.quotas);
  const found = [...guarded, ...diagnostics];
  if (found.some(isError)) return { body: { ...NOTHING, outline }, diagnostics: found };

  const markdown = toPlainMarkdown(tree, context);
  const rendered = await renderBody(tree, file, context);
  const all = [...found, ...rendered.diagnostics];
  if (!rendered.body) return { body: { ...NOTHING, outline }, diagnostics: all };
  const { html, linksTo } = rendered.body;
  return { body: { key, outline, linksTo }, diagnostics: all, texts: { html, markdown } };
}
