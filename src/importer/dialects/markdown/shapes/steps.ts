import type { List, ListItem, Paragraph, Root, RootContent } from 'mdast';
import type { Source } from '../../text/source.ts';
import { dropLead, leadOf } from '../lines-of.ts';
import type { MarkdownContext, MarkdownMark } from '../mark.ts';

const STEP = /^[（(]([0-9０-９]{1,2})[）)]\s*(?=\S)/u;

/** The same as code, `(1)`; what it says may stand below, behind a colon. */
const CODE_STEP = /^[（(【]([0-9０-９]{1,2})[）)】]$/u;
const BELOW = /^:[ \t]+(?=\S)/;

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
      const { rest, lead } = withoutNumber(node, source);
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
    } else if (procedure && node.type === 'paragraph' && BELOW.test(leadOf(node.children))) {
      const { rest } = dropLead(node.children, BELOW.exec(leadOf(node.children))?.[0].length ?? 0, source);
      procedure.children.at(-1)?.children.push({ ...node, children: rest });
    } else if (procedure && (belongsToStep(node) || isBetween(node, ahead[index], procedure)))
      procedure.children.at(-1)?.children.push(node);
    else {
      procedure = undefined;
      result.push(node);
    }
  }
  return result;
}

/** A paragraph without the number of its step, and where that stood. */
function withoutNumber(node: Paragraph, source: Source): ReturnType<typeof dropLead> {
  const [first, ...rest] = node.children;
  if (first?.type !== 'inlineCode')
    return dropLead(node.children, STEP.exec(leadOf(node.children))?.[0].length ?? 0, source);
  const { start, end } = first.position ?? {};
  return { rest, lead: { start: start?.offset ?? 0, end: end?.offset ?? 0 } };
}

const numberOf = (node: Paragraph): number | undefined => {
  const [first] = node.children;
  const digits =
    first?.type === 'inlineCode' ? CODE_STEP.exec(first.value)?.[1] : STEP.exec(leadOf(node.children))?.[1];
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
