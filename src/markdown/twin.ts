import type { BlockContent, Nodes, PhrasingContent, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { SKIP, visit } from 'unist-util-visit';
import { removeIdMark } from './heading-id.ts';

/** What the plain Markdown of a body needs to know of the site. */
export interface TwinContext {
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
export function toPlainMarkdown(tree: Root, context: TwinContext): string {
  const copy = structuredClone(tree);
  visit(copy, (node, index, parent) => {
    if (node.type === 'heading') removeIdMark(node);
    else if (node.type === 'link' || node.type === 'definition') node.url = absoluteUrl(node.url, context);
    else if (isComponent(node) && parent && index !== undefined) {
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

function absoluteUrl(url: string, { urlTo, page }: TwinContext): string {
  if (url.startsWith('#')) return urlTo(`${page}${url}`);
  return url.startsWith('/') ? urlTo(url) : url;
}

const isComponent = (node: Nodes): node is MdxJsxFlowElement | MdxJsxTextElement =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

function plainComponent(node: MdxJsxFlowElement | MdxJsxTextElement, { quotas }: TwinContext): Nodes[] {
  const attribute = (name: string): string | undefined => {
    const found = node.attributes.find((a) => a.type === 'mdxJsxAttribute' && a.name === name);
    return typeof found?.value === 'string' ? found.value : undefined;
  };
  const text = (value: string): PhrasingContent => ({ type: 'text', value });
  switch (node.name) {
    case 'Aside': {
      const title = attribute('title');
      const heading: BlockContent[] = title
        ? [{ type: 'paragraph', children: [{ type: 'strong', children: [text(title)] }] }]
        : [];
      return [{ type: 'blockquote', children: [...heading, ...(node.children as never[])] }];
    }
    case 'Quota': {
      const label = text(quotas.get(attribute('id') ?? '')?.label ?? '');
      return node.type === 'mdxJsxFlowElement' ? [{ type: 'paragraph', children: [label] }] : [label];
    }
    case 'Todo':
      return [
        { type: 'blockquote', children: [{ type: 'paragraph', children: [text(attribute('what') ?? '')] }] },
      ];
    case 'br':
      // The one piece of HTML that GFM tables know.
      return [{ type: 'html', value: '<br>' }];
    default:
      throw new Error(`no plain form for <${node.name ?? ''}>`);
  }
}
