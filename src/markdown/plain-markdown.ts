import type { BlockContent, Nodes, PhrasingContent, Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { SKIP, visit } from 'unist-util-visit';
import { attributeOf, isComponentNode, type ComponentNode } from './components/node.ts';
import { removeIdMark } from './heading-id.ts';

/** What the plain Markdown of a body needs to know of the site. */
export interface PlainContext {
  /** The full address of a path of this site. */
  readonly urlTo: (path: string) => string;
  /** The path of the page that shows the body. */
  readonly page: string;
  readonly quotas: ReadonlyMap<string, { readonly label: string }>;
}

/**
 * A body as plain Markdown for people and programs who take it elsewhere: components become what they mean, links
 * are absolute, heading ids are left out. The tree is not changed.
 */
export function toPlainMarkdown(tree: Root, context: PlainContext): string {
  const copy = structuredClone(tree);
  visit(copy, (node, index, parent) => {
    if (node.type === 'heading') removeIdMark(node);
    else if (node.type === 'link' || node.type === 'definition') node.url = absoluteUrl(node.url, context);
    else if (isComponentNode(node) && parent && index !== undefined) {
      const plain = plainComponent(node, context);
      (parent.children as Nodes[]).splice(index, 1, ...plain);
      return plain.length > 0 ? index : [SKIP, index];
    }
    return undefined;
  });
  return toMarkdown(copy, {
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
    bullet: '-',
    fences: true,
    emphasis: '*',
  });
}

function absoluteUrl(url: string, { urlTo, page }: PlainContext): string {
  if (url.startsWith('#')) return urlTo(`${page}${url}`);
  return url.startsWith('/') ? urlTo(url) : url;
}

function plainComponent(node: ComponentNode, { quotas }: PlainContext): Nodes[] {
  const text = (value: string): PhrasingContent => ({ type: 'text', value });
  switch (node.name) {
    case 'Aside': {
      const title = attributeOf(node, 'title');
      const heading: BlockContent[] = title
        ? [{ type: 'paragraph', children: [{ type: 'strong', children: [text(title)] }] }]
        : [];
      return [{ type: 'blockquote', children: [...heading, ...(node.children as never[])] }];
    }
    case 'Quota': {
      const label = text(quotas.get(attributeOf(node, 'id') ?? '')?.label ?? '');
      return node.type === 'mdxJsxFlowElement' ? [{ type: 'paragraph', children: [label] }] : [label];
    }
    case 'Todo':
      return [
        {
          type: 'blockquote',
          children: [{ type: 'paragraph', children: [text(attributeOf(node, 'what') ?? '')] }],
        },
      ];
    case 'br':
      // The one piece of HTML that GFM tables know.
      return [{ type: 'html', value: '<br>' }];
    default:
      throw new Error(`no plain form for <${node.name ?? ''}>`);
  }
}
