import type { Nodes, Root, TableRow } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { SKIP, visitParents } from 'unist-util-visit-parents';
import { diagnose, nearest, type Diagnostic, type SourcePosition } from '../diagnostics/index.ts';
import { INVISIBLE } from '../schema/index.ts';
import { components } from './components/index.ts';
import { isComponentNode, type ComponentNode } from './components/node.ts';
import { cut } from './cut.ts';
import { isAllowedUrl } from './urls.ts';

/**
 * What a note may be made of. Everything else is refused by name: a list of what is forbidden would be as old as the
 * last release of the parser.
 */
const ALLOWED_NODES = new Set<Nodes['type']>([
  'root',
  'paragraph',
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'break',
  'link',
  'linkReference',
  'definition',
  'heading',
  'blockquote',
  'list',
  'listItem',
  'code',
  'table',
  'tableRow',
  'tableCell',
  'thematicBreak',
  'footnoteReference',
  'footnoteDefinition',
]);

/**
 * Checks that a note is only text: no ESM, no expression, no component or attribute outside the allow-list, no
 * script URL. Both the importer (on what it wrote) and the build (on whatever stands in `content/`) call this.
 *
 * @param tree a note as parsed by `parseMdx`
 * @param file its path, for the findings
 */
export function guardTree(tree: Root, file: string): Diagnostic[] {
  const findings: Diagnostic[] = [];
  visitParents(tree, (node, ancestors) => {
    const at = positionOf(node, file);
    switch (node.type) {
      case 'mdxjsEsm':
        findings.push(diagnose('N302', at));
        return SKIP;
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        findings.push(diagnose('N303', at, { text: excerpt(node.value) }));
        return SKIP;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        findings.push(...guardComponent(node, at));
        break;
      case 'html':
        findings.push(diagnose('N307', at, { text: excerpt(node.value) }));
        return SKIP;
      case 'image':
      case 'imageReference':
        findings.push(diagnose('N308', at, { alt: node.alt ?? '' }));
        return SKIP;
      case 'tableRow':
        findings.push(...guardRow(node, ancestors.at(-1), at));
        break;
      case 'link':
      case 'definition':
        if (!isAllowedUrl(node.url)) findings.push(diagnose('N306', at, { url: excerpt(node.url) }));
        break;
      default:
        if (!ALLOWED_NODES.has(node.type)) findings.push(diagnose('N304', at, { name: node.type }));
    }
    if (isLink(node) && ancestors.some(isLink)) findings.push(diagnose('N310', at));
    for (const text of textsOf(node)) {
      const hidden = INVISIBLE.exec(text)?.[0];
      if (hidden) findings.push(diagnose('N309', at, { codepoint: nameCodepoint(hidden) }));
    }
    return undefined;
  });
  return findings;
}

function guardComponent(node: ComponentNode, at: SourcePosition): Diagnostic[] {
  const name = node.name ?? '';
  const component = components.get(name);
  if (!component) return [diagnose('N304', at, { name, nearest: nearest(name, components.keys()) })];

  const findings: Diagnostic[] = [];
  const attributes = new Map<string, string>();
  const refuse = (attribute: string, problem: string) =>
    findings.push(diagnose('N305', at, { name, attribute, problem }));
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') refuse('…', '展開（{...}）は使えません。');
    else if (typeof attribute.value !== 'string') refuse(attribute.name, '値は文字列だけです。');
    else if (attributes.has(attribute.name)) refuse(attribute.name, '二度書かれています。');
    else attributes.set(attribute.name, attribute.value);
  }
  if (findings.length > 0) return findings;

  const parsed = component.attributes.safeParse(Object.fromEntries(attributes));
  for (const issue of parsed.error?.issues ?? []) refuse(issue.path.join('.') || '属性', issue.message);
  if (!component.content && (node.children.length > 0 || toString(node) !== ''))
    refuse('中身', 'この部品は中身を持てません。');
  if (component.placement === 'block' && node.type === 'mdxJsxTextElement')
    refuse('位置', '文の途中には置けません。前後に空行を入れてください。');
  return findings;
}

/** HTML knows as many columns as the header has; cells behind them would be left out. */
function guardRow(row: TableRow, table: Nodes | undefined, at: SourcePosition): Diagnostic[] {
  const columns = table?.type === 'table' ? (table.children[0]?.children.length ?? 0) : 0;
  const cells = row.children.length;
  return cells > columns ? [diagnose('N311', at, { cells, columns })] : [];
}

/** What a node shows by itself, apart from its children. */
function textsOf(node: Nodes): string[] {
  if (isComponentNode(node))
    return node.attributes.flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
  return [...('value' in node ? [node.value] : []), ...('title' in node && node.title ? [node.title] : [])];
}

const isLink = (node: Nodes): boolean => node.type === 'link' || node.type === 'linkReference';

const excerpt = (text: string): string =>
  (text.length > 40 ? `${cut(text, 40)}…` : text).replaceAll('\n', ' ');

const nameCodepoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Where a node stands in its file. */
export function positionOf(node: Nodes, file: string): SourcePosition {
  const start = node.position?.start;
  return { file, line: start?.line ?? 1, column: start?.column ?? 1 };
}
