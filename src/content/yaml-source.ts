import {
  isMap,
  isNode,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type ErrorCode,
  type Node,
} from 'yaml';
import type { SourcePosition } from '../diagnostics/index.ts';
import { wordYamlFault } from './yaml-reasons.ts';

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
  const found: Fault[] = [...document.errors, ...document.warnings, ...findAliases(document)];
  found.sort((a, b) => a.pos[0] - b.pos[0]);
  // One slip makes the parser stumble several times: the rest of its line says nothing more.
  const lineOf = (fault: Fault) => at(fault.pos[0]).line;
  const faults = found.filter(
    (fault, i) => i === found.findIndex((other) => lineOf(other) === lineOf(fault)),
  );
  const startOf = (node: unknown): SourcePosition => at(isNode(node) ? (node.range?.[0] ?? 0) : 0);

  return {
    document,
    value: faults.length > 0 ? undefined : document.toJS({ maxAliasCount: 100 }),
    faults: faults.map((fault) => ({ reason: wordYamlFault(fault), source: at(fault.pos[0]) })),
    locate: (path) => startOf(findNode(document, path)),
    locateKey(path, key) {
      const map = findNode(document, path);
      const pair = isMap(map) ? map.items.find((item) => String(item.key) === key) : undefined;
      return startOf(pair?.key ?? map);
    },
  };
}

interface Fault {
  readonly code: ErrorCode;
  readonly message: string;
  readonly pos: readonly [number, number];
}

/** Values that begin with `*`: YAML takes them for the name of another value, a writer means emphasis. */
function findAliases(document: Document.Parsed): Fault[] {
  const faults: Fault[] = [];
  visit(document, {
    Alias: (_, alias) => {
      const { source, range } = alias;
      if (alias.resolve(document)) return;
      faults.push({ code: 'BAD_ALIAS', message: source, pos: [range?.[0] ?? 0, range?.[1] ?? 0] });
    },
  });
  return faults;
}

function findNode(document: Document.Parsed, path: readonly PropertyKey[]): Node | null | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node)) return node;
  }
  return document.contents;
}
