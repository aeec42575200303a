import type { Element, ElementContent, Text } from 'hast';
import { h } from 'hastscript';
import {
  bundledLanguages,
  createCssVariablesTheme,
  createHighlighterCoreSync,
  createOnigurumaEngine,
  type BundledLanguage,
  type HighlighterCore,
  type ThemedToken,
} from 'shiki';
import { nearest } from '../diagnostics/index.ts';
import { LANGUAGES, PLAIN_LANGUAGES } from './languages.ts';
import type { FenceRenderer } from './render-context.ts';

const THEME = createCssVariablesTheme({ name: 'kumo', variablePrefix: '--' });

/** Shiki gives a line half a second, which colours the same code differently on a busy machine. Count characters instead. */
const LIMITS = { tokenizeTimeLimit: 0, tokenizeMaxLineLength: 10_000 };

/**
 * Colours code at build time. Tokens get classes and no style attribute; tokens in the plain colour get no element at
 * all, which halves the HTML. Grammars are loaded when a note first needs them.
 */
export function createCodeRenderer(): FenceRenderer {
  const highlighters = new Map<string, Promise<HighlighterCore>>();
  return {
    async render({ value, lang, meta }) {
      const plain = PLAIN_LANGUAGES.has(lang);
      const id = LANGUAGES.get(lang);
      if (!plain && id === undefined)
        return {
          ok: false,
          problem: {
            code: 'N323',
            values: { lang, nearest: nearest(lang, [...LANGUAGES.keys(), ...PLAIN_LANGUAGES]) },
          },
        };
      const lines = plain || id === undefined ? plainLines(value) : colourLines(await tokenize(id, value));
      return { ok: true, node: frame(lines, plain ? 'text' : lang, meta) };
    },
  };

  async function tokenize(id: string, value: string): Promise<ThemedToken[][]> {
    const loading = highlighters.get(id) ?? loadHighlighter(id as BundledLanguage);
    highlighters.set(id, loading);
    return (await loading).codeToTokensBase(value, { lang: id, theme: THEME, ...LIMITS });
  }
}

/** Each language has a registry of its own: in a shared one, HTML changes colours once JavaScript is loaded. */
async function loadHighlighter(lang: BundledLanguage): Promise<HighlighterCore> {
  const engine = await createOnigurumaEngine(import('shiki/wasm'));
  const { default: langs } = await bundledLanguages[lang]();
  return createHighlighterCoreSync({ engine, themes: [THEME], langs, warnings: false });
}

const plainLines = (value: string): ElementContent[][] =>
  value.split('\n').map((line) => [{ type: 'text', value: line }]);

const colourLines = (lines: ThemedToken[][]): ElementContent[][] =>
  lines.map((tokens) => mergeTokens(tokens.map((t) => ({ text: t.content, name: tokenClass(t) }))));

/** Kinds of tokens that look like another kind, or like the text around them. */
const ALIKE: Readonly<Record<string, string | undefined>> = {
  'string-expression': 'string',
  inserted: 'string',
  link: 'function',
  punctuation: undefined,
};

/** `var(--token-keyword)` to `tk-keyword`; what has the plain colour to nothing. */
function tokenClass({ color }: ThemedToken): string | undefined {
  const kind = /--token-([\w-]+)/.exec(color ?? '')?.[1];
  const name = kind !== undefined && kind in ALIKE ? ALIKE[kind] : kind;
  return name && `tk-${name}`;
}

function mergeTokens(tokens: { text: string; name: string | undefined }[]): ElementContent[] {
  const merged: { text: string; name: string | undefined }[] = [];
  for (const token of tokens) {
    const last = merged.at(-1);
    // White space has no colour, so it may join whatever stands before it.
    if (last && (last.name === token.name || token.text.trim() === '')) last.text += token.text;
    else merged.push({ ...token });
  }
  return merged.map(({ text, name }): ElementContent => {
    const value: Text = { type: 'text', value: text };
    return name ? h('span', { className: name }, [value]) : value;
  });
}

/** The box around code: a caption for `title="…"`, marked lines for `{1,3-4}`, a focusable scroll area. */
function frame(lines: ElementContent[][], lang: string, meta: string): Element {
  const title = /\btitle="([^"]+)"/.exec(meta)?.[1];
  const marked = markedLines(meta);
  const content = lines.flatMap((line, i): ElementContent[] => {
    const row: ElementContent[] = marked.has(i + 1) ? [h('mark', line)] : line;
    return i === 0 ? row : [{ type: 'text', value: '\n' }, ...row];
  });
  return h('figure', { className: 'code' }, [
    ...(title ? [h('figcaption', title)] : []),
    h('pre', { tabIndex: 0, dataLang: lang }, [h('code', content)]),
  ]);
}

/** Line numbers in a fence's `{1,3-4}`. */
function markedLines(meta: string): Set<number> {
  const lines = new Set<number>();
  for (const range of /\{([\d,\s-]+)\}/.exec(meta)?.[1]?.split(',') ?? []) {
    const [from = 0, to = from] = range.split('-').map(Number);
    for (let line = from; line <= to && line - from < 1000; line += 1) lines.add(line);
  }
  return lines;
}
