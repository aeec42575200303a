import type { ElementContent, Root as HastRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Code, Root } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { visit } from 'unist-util-visit';
import { diagnose, type Diagnostic } from '../diagnostics/index.ts';
import { positionOf } from './guard.ts';
import { createHandlers } from './handlers.ts';
import { headingIdOf, removeIdMark } from './heading-id.ts';
import { linkTerms } from './passes/auto-links.ts';
import { finishFootnotes } from './passes/footnotes.ts';
import { finishHeadings } from './passes/headings.ts';
import { finishLinks } from './passes/internal-links.ts';
import { joinSoftBreaks } from './passes/soft-breaks.ts';
import { finishSpaces } from './passes/spaces.ts';
import { finishTables } from './passes/tables.ts';
import type { RenderContext } from './render-context.ts';

export interface RenderedBody {
  readonly html: string;
  /** Paths of this site that the HTML links to, without the base, each once; automatic links included. */
  readonly linksTo: readonly string[];
}

/**
 * Turns a guarded note into HTML. This is the ordered list of passes: Markdown tree, HTML tree, text.
 *
 * @param tree a note as parsed; it is changed
 * @param file its path, for findings
 * @returns the HTML, or findings for the fences that could not be drawn
 */
export async function renderBody(
  tree: Root,
  file: string,
  context: RenderContext,
): Promise<{ body: RenderedBody | undefined; diagnostics: Diagnostic[] }> {
  joinSoftBreaks(tree);
  setHeadingIds(tree);
  const { fences, diagnostics } = await drawFences(tree, file, context);
  if (diagnostics.length > 0) return { body: undefined, diagnostics };

  const hast = toHast(tree, {
    handlers: createHandlers(fences, context),
    clobberPrefix: `${context.idPrefix}_`,
    footnoteLabel: '脚注',
    footnoteLabelTagName: 'p',
    footnoteBackLabel: '本文に戻る',
  }) as HastRoot;
  finishFootnotes(hast, context.idPrefix);
  linkTerms(hast, context);
  const linksTo = collectLinks(hast);
  finishLinks(hast, context);
  finishSpaces(hast);
  finishTables(hast);
  finishHeadings(hast);
  return { body: { html: toHtml(hast), linksTo }, diagnostics: [] };
}

function setHeadingIds(tree: Root): void {
  visit(tree, 'heading', (node) => {
    const id = headingIdOf(node);
    removeIdMark(node);
    if (id !== undefined) node.data = { ...node.data, hProperties: { id } };
  });
}

async function drawFences(
  tree: Root,
  file: string,
  context: RenderContext,
): Promise<{ fences: Map<Code, ElementContent>; diagnostics: Diagnostic[] }> {
  const fences = new Map<Code, ElementContent>();
  const diagnostics: Diagnostic[] = [];
  const found: Code[] = [];
  visit(tree, 'code', (node) => void found.push(node));
  for (const [i, node] of found.entries()) {
    const idPrefix = `${context.idPrefix}_d${i}`;
    const lang = node.lang ?? 'text';
    const renderer = lang === 'mermaid' ? context.diagrams : context.code;
    const result = await renderer.render({ value: node.value, lang, meta: node.meta ?? '', idPrefix });
    if (result.ok) fences.set(node, result.node);
    else {
      const { problem } = result;
      const start = positionOf(node, file);
      const line = 'line' in problem && problem.line !== undefined ? start.line + problem.line : start.line;
      diagnostics.push(diagnose(problem.code, { ...start, line }, problem.values as never));
    }
  }
  return { fences, diagnostics };
}

function collectLinks(tree: HastRoot): string[] {
  const paths = new Set<string>();
  visit(tree, 'element', (node) => {
    const href = node.properties['href'];
    if (node.tagName === 'a' && typeof href === 'string' && href.startsWith('/')) paths.add(href);
  });
  return [...paths].sort();
}
