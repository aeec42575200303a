import type { Heading, ListItem, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { LONGEST_TITLE, type ServiceSlug } from '../../schema/index.ts';
import type { Knowledge } from '../knowledge.ts';
import { findOther, textOf } from './judge.ts';

/**
 * Takes list items that are chapters of their own out of their list: items with text below them that is plainly about
 * another service. They follow at the end, as sections. A step stays in its procedure.
 */
export function promoteItems(
  nodes: readonly RootContent[],
  service: ServiceSlug,
  knowledge: Pick<Knowledge, 'names' | 'lexicon'>,
): RootContent[] {
  const promoted: RootContent[] = [];
  const rest = nodes.flatMap((node): RootContent[] => {
    if (node.type !== 'list' || node.ordered) return [node];
    const chapters = new Set(node.children.filter((item) => isChapter(item, service, knowledge)));
    if (chapters.size === 0) return [node];
    for (const { children } of chapters) {
      const [name, ...content] = children;
      if (name?.type === 'paragraph')
        promoted.push({ ...name, type: 'heading', depth: 6 } satisfies Heading, ...content);
    }
    const others = node.children.filter((item) => !chapters.has(item));
    return others.length === 0 ? [] : [{ ...node, children: others }];
  });
  return [...rest, ...promoted];
}

function isChapter(
  { children }: ListItem,
  service: ServiceSlug,
  knowledge: Pick<Knowledge, 'names' | 'lexicon'>,
): boolean {
  const [name, ...content] = children;
  if (name?.type !== 'paragraph' || content.length === 0) return false;
  const title = toString(name);
  if (title.length > LONGEST_TITLE || title.includes('\n')) return false;
  return findOther(title, textOf(children), service, knowledge) !== undefined;
}
