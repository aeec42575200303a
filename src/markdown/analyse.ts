import type { Heading, Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { diagnose, type Diagnostic, type SourcePosition } from '../diagnostics/index.ts';
import { isSlug } from '../schema/index.ts';
import { attributeOf, isComponentNode } from './components/node.ts';
import { cut } from './cut.ts';
import { positionOf } from './guard.ts';
import { headingIdOf, headingTextOf } from './heading-id.ts';
import type { RenderContext } from './render-context.ts';
import { isInternalUrl } from './urls.ts';

/** A heading of a body. Levels 2 and 3 always have an id when the body is sound; deeper ones may. */
export interface BodyHeading {
  readonly depth: number;
  readonly text: string;
  readonly id: string | undefined;
  readonly source: SourcePosition;
}

/** Something in a body that points elsewhere. */
export interface BodyReference {
  readonly to: string;
  readonly source: SourcePosition;
}

/** What the rest of the build needs to know of a body without keeping its tree. */
export interface BodyOutline {
  readonly headings: readonly BodyHeading[];
  /** Links to this site, as written. */
  readonly links: readonly BodyReference[];
  /** Quotas that are cited, `service/item`. */
  readonly quotas: readonly BodyReference[];
  /** The first paragraph as plain text, cut at the end of a sentence; feeds show it. */
  readonly lead: string;
}

/** Headings that a kind of page may use: a note is itself an H2, so its body begins at H3. */
export type HeadingRule = 'note' | 'page';
const DEPTHS = { note: { min: 3, max: 5 }, page: { min: 2, max: 5 } } as const;

/** The deepest level that must carry an id: H2 and H3 are what people link to. */
const DEEPEST_WITH_ID = 3;

/**
 * Reads headings and references from a body, with a finding for each heading that breaks the rules.
 *
 * @param values of the quotas that its first sentences may name
 */
export function analyseBody(
  tree: Root,
  file: string,
  rule: HeadingRule,
  values: RenderContext['quotas'] = new Map(),
): { outline: BodyOutline; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const headings: BodyHeading[] = [];
  const links: BodyReference[] = [];
  const quotas: BodyReference[] = [];

  visit(tree, (node) => {
    if (node.type === 'heading') {
      diagnostics.push(...checkHeading(node, file, rule));
      headings.push({
        depth: node.depth,
        text: headingTextOf(node),
        id: headingIdOf(node),
        source: positionOf(node, file),
      });
    } else if (node.type === 'link' || node.type === 'definition') {
      if (isInternalUrl(node.url)) links.push({ to: node.url, source: positionOf(node, file) });
    } else if (isComponentNode(node) && node.name === 'Quota') {
      const id = attributeOf(node, 'id');
      if (id !== undefined) quotas.push({ to: id, source: positionOf(node, file) });
    }
  });
  return { outline: { headings, links, quotas, lead: readLead(tree, values) }, diagnostics };
}

/** Leads are about this long. */
const LEAD = 140;

function readLead(tree: Root, values: RenderContext['quotas']): string {
  const paragraph = tree.children.find(({ type }) => type === 'paragraph');
  const text = paragraph ? textOf(paragraph, values).replace(/\s+/g, ' ').trim() : '';
  if (text.length <= LEAD) return text;
  const end = text.lastIndexOf('。', LEAD);
  return end > 0 ? text.slice(0, end + 1) : `${cut(text, LEAD)}…`;
}

/** The text of a node as readers see it: with the values of its quotas. */
function textOf(node: Nodes, values: RenderContext['quotas']): string {
  if (isComponentNode(node) && node.name === 'Quota')
    return values.get(attributeOf(node, 'id') ?? '')?.label ?? '';
  return 'children' in node ? node.children.map((child) => textOf(child, values)).join('') : toString(node);
}

function checkHeading(node: Heading, file: string, rule: HeadingRule): Diagnostic[] {
  const at = positionOf(node, file);
  const { min, max } = DEPTHS[rule];
  if (node.depth < min || node.depth > max)
    return [diagnose('N409', at, { depth: node.depth, allowed: `h${min}〜h${max}` })];
  const id = headingIdOf(node);
  if (id === undefined)
    return node.depth <= DEEPEST_WITH_ID ? [diagnose('N406', at, { heading: headingTextOf(node) })] : [];
  return isSlug(id) ? [] : [diagnose('N407', at, { id })];
}
