import type { Html, Image, Link, Nodes, Parents, PhrasingContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Source } from '../../text/source.ts';
import type { MarkdownContext, MarkdownMark } from '../mark.ts';

/**
 * HTML with a meaning: links, pictures, and components of MDX with a title. Content is Markdown between two `html` nodes.
 * All other tags are left to normalisation.
 */
export const html: MarkdownMark = {
  shape: (tree, context) => {
    visit(tree, (node) => {
      if (!('children' in node) || !node.children.some(({ type }) => type === 'html')) return;
      node.children = fold(node, context) as never;
    });
  },
};

const TAG = /^<(\/?)([A-Za-z][\w.-]*)/;

/** Names of attributes of components whose value is shown to the reader. */
const SHOWN = ['title', 'label', 'header', 'summary', 'caption', 'what'];

function fold(parent: Parents, context: MarkdownContext): Nodes[] {
  const result: Nodes[] = [];
  let link: Link | undefined;
  for (const child of parent.children as Nodes[]) {
    const [, slash, name = ''] = child.type === 'html' ? (TAG.exec(child.value) ?? []) : [];
    const siblings = (link?.children as Nodes[] | undefined) ?? result;
    if (child.type !== 'html' || name === '') siblings.push(child);
    else if (name.toLowerCase() === 'a') {
      mark(child, context);
      const href = slash ? undefined : attribute(child, 'href', context.source);
      link = href && { type: 'link', url: href.value, title: null, children: [], position: child.position };
      if (link) result.push(link);
    } else if (name.toLowerCase() === 'img' && !slash) {
      siblings.push(picture(child, context));
    } else if (/^[A-Z]/.test(name)) {
      mark(child, context);
      siblings.push(...shownBy(child, context.source));
    } else siblings.push(child);
  }
  return result;
}

const mark = ({ position }: Html, { marks }: MarkdownContext): number =>
  marks.push({ start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 });

/** A picture; what its tag says besides address and caption is layout. */
function picture(node: Html, { source, marks }: MarkdownContext): Image {
  const [src, alt] = [attribute(node, 'src', source), attribute(node, 'alt', source)];
  let at = node.position?.start.offset ?? 0;
  for (const { position } of [src, alt]
    .filter((found) => found !== undefined)
    .toSorted((a, b) => a.position.start.offset - b.position.start.offset)) {
    marks.push({ start: at, end: position.start.offset });
    at = position.end.offset;
  }
  marks.push({ start: at, end: node.position?.end.offset ?? at });
  return { type: 'image', url: src?.value ?? '', alt: alt?.value ?? null, position: node.position };
}

function shownBy(node: Html, source: Source): PhrasingContent[] {
  return SHOWN.flatMap((name): PhrasingContent[] => {
    const found = attribute(node, name, source);
    if (!found || found.value === '') return [];
    const { value, position } = found;
    return [{ type: 'strong', children: [{ type: 'text', value, position }], position }];
  });
}

/** An attribute's value and place. Read from the note: the node lost the indent of its lines. */
function attribute({ position }: Html, name: string, source: Source) {
  const start = position?.start.offset ?? 0;
  const tag = source.text.slice(start, position?.end.offset);
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:(["'])(.*?)\\1|([^\\s"'=<>\`/]+))`, 'is').exec(tag);
  const value = match?.[2] ?? match?.[3];
  if (match === null || value === undefined) return undefined;
  const at = start + match.index + match[0].length - (match[1] ?? '').length - value.length;
  return { value, position: source.position(at, at + value.length) };
}
