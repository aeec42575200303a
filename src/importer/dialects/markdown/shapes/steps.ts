import type { List, ListItem, Paragraph, Root, RootContent } from 'mdast';
import { dropLead, leadOf } from '../lines-of.ts';
import type { MarkdownContext, MarkdownMark } from '../mark.ts';

const STEP = /^[（(]([0-9０-９]{1,2})[）)]\s*(?=\S)/u;

/**
 * `（１）…` paragraphs with code and pictures between them: one procedure. What stands below a step belongs to it; the
 * last one ends at the next paragraph that is no step.
 */
export const steps: MarkdownMark = {
  shape: (tree, context) => {
    tree.children = collect(tree, context);
  },
};

function collect(tree: Root, { source, marks }: MarkdownContext): RootContent[] {
  const result: RootContent[] = [];
  const ahead = stepsAhead(tree);
  let procedure: List | undefined;
  for (const [index, node] of tree.children.entries()) {
    const number = node.type === 'paragraph' ? numberOf(node) : undefined;
    const goesOn =
      number !== undefined && procedure !== undefined && number === procedure.children.length + 1;
    if (
      node.type === 'paragraph' &&
      number !== undefined &&
      (goesOn || (number === 1 && ahead[index] === 2))
    ) {
      const { rest, lead } = dropLead(
        node.children,
        STEP.exec(leadOf(node.children))?.[0].length ?? 0,
        source,
      );
      marks.push(lead);
      const item: ListItem = {
        type: 'listItem',
        spread: true,
        children: [{ ...node, children: rest }],
        position: node.position,
      };
      if (goesOn) procedure?.children.push(item);
      else {
        procedure = {
          type: 'list',
          ordered: true,
          start: 1,
          spread: true,
          children: [item],
          position: node.position,
        };
        result.push(procedure);
      }
    } else if (procedure && (belongsToStep(node) || isBetween(node, ahead[index], procedure)))
      procedure.children.at(-1)?.children.push(node);
    else {
      procedure = undefined;
      result.push(node);
    }
  }
  return result;
}

const numberOf = (node: Paragraph): number | undefined => {
  const digits = STEP.exec(leadOf(node.children))?.[1];
  return digits === undefined ? undefined : Number(digits.normalize('NFKC'));
};

/** For each block, the number of the next step before the next heading; 0 when there is none. */
function stepsAhead(tree: Root): number[] {
  const ahead: number[] = [];
  let next = 0;
  for (let index = tree.children.length - 1; index >= 0; index--) {
    ahead[index] = next;
    const node = tree.children[index];
    if (node?.type === 'heading') next = 0;
    else if (node?.type === 'paragraph') next = numberOf(node) ?? next;
  }
  return ahead;
}

/** Whatever stands between two steps belongs to the first of them. */
const isBetween = (
  node: RootContent,
  next: number | undefined,
  procedure: List,
): node is ListItem['children'][number] => node.type !== 'heading' && next === procedure.children.length + 1;

/** Code, tables, pictures and references stand below the step that they belong to. */
const belongsToStep = (node: RootContent): node is ListItem['children'][number] => {
  if (node.type === 'paragraph')
    return (
      node.children.every(({ type }) => type === 'image') || /^(?:参考|出典|※)/.test(leadOf(node.children))
    );
  return (
    node.type === 'code' || node.type === 'table' || node.type === 'list' || node.type === 'mdxJsxFlowElement'
  );
};
