import { isMap, isNode, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { SourcePosition } from '../diagnostics/index.ts';

/** A YAML text that remembers where each of its values stands in the file. */
export interface YamlSource {
  readonly value: unknown;
  readonly document: Document.Parsed;
  /** Reasons why the text is not YAML. */
  readonly faults: readonly { reason: string; source: SourcePosition }[];
  /** Where the value under a path stands; the nearest enclosing one when it is missing. */
  locate(path: readonly PropertyKey[]): SourcePosition;
  /** Where a key itself stands in the map under a path. */
  locateKey(path: readonly PropertyKey[], key: string): SourcePosition;
}

/**
 * Parses YAML by the 1.2 core schema: no dates, no `yes`/`no` booleans, no custom tags, nothing that could run.
 *
 * @param firstLine the line of the file on which `text` begins
 */
export function parseYaml(text: string, file: string, firstLine = 1): YamlSource {
  const lines = new LineCounter();
  const document: Document.Parsed = parseDocument(text, {
    lineCounter: lines,
    version: '1.2',
    schema: 'core',
    prettyErrors: false,
  });
  const at = (offset: number): SourcePosition => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line) + firstLine - 1, column: Math.max(1, col) };
  };
  // A warning is a tag that nobody defined: harmless to the parser, never meant by a writer.
  const faults = [...document.errors, ...document.warnings];
  const startOf = (node: unknown): SourcePosition => at(isNode(node) ? (node.range?.[0] ?? 0) : 0);

  return {
    document,
    value: faults.length > 0 ? undefined : document.toJS({ maxAliasCount: 100 }),
    faults: faults.map((error) => ({ reason: error.message, source: at(error.pos[0]) })),
    locate: (path) => startOf(findNode(document, path)),
    locateKey(path, key) {
      const map = findNode(document, path);
      const pair = isMap(map) ? map.items.find((item) => String(item.key) === key) : undefined;
      return startOf(pair?.key ?? map);
    },
  };
}

function findNode(document: Document.Parsed, path: readonly PropertyKey[]): Node | null | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node)) return node;
  }
  return document.contents;
}
