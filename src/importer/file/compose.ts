import type { FootnoteDefinition, Heading, Nodes, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { isSlug, LONGEST_TITLE, type ServiceSlug } from '../../schema/index.ts';
import { cut } from '../../markdown/cut.ts';
import type { Range } from '../dialects/dialect.ts';
import { rangeOf } from '../normalize/pass.ts';
import { todo } from '../nodes.ts';
import { joinWords, type IdSpace, type Slugger } from './slug.ts';
import type { Topic } from './topic.ts';

/** A note as blocks, with its place in the target. */
export interface NoteDraft {
  readonly service: ServiceSlug;
  readonly topic: string;
  readonly title: string;
  readonly blocks: readonly RootContent[];
  /** Lines of the raw note that it holds. */
  readonly lines: [number, number][];
}

/** Headings of a body, from the topic's own level down. */
const SHALLOWEST = 3;
const DEEPEST = 5;

/**
 * Makes notes of topics: ids, levels of headings, titles of a length that can be read.
 *
 * @param source the name of the note that they are of
 * @returns the notes, and the stretches of the raw note that a title says already
 */
export function composeNotes(
  topics: readonly Topic[],
  source: string,
  slugger: Slugger,
  idsOf: (service: ServiceSlug) => IdSpace,
): { drafts: NoteDraft[]; filed: Range[] } {
  const filed: Range[] = [];
  const merged = mergeEmpty(topics);
  const definitions = collectFootnotes(merged);
  const drafts = merged.map((topic): NoteDraft => {
    const ids = idsOf(topic.service);
    const lines = linesOf([...topic.headings, ...topic.blocks]);
    const title = readTitle(topic.title);
    const slug = ids.take([...ownId(topic.headings.at(-1)), slugger.slugOf(title)], source);
    const blocks = [...leadOf(topic, title, filed), ...collapse(topic, title, filed)];
    for (const node of blocks) {
      if (node.type !== 'heading') continue;
      node.depth = Math.min(
        Math.max(SHALLOWEST + node.depth - topic.depth - 1, SHALLOWEST),
        DEEPEST,
      ) as Heading['depth'];
      if (node.depth > SHALLOWEST && node.data?.id === undefined) continue;
      const name = slugger.slugOf(toString(node));
      node.data = { id: ids.take([...ownId(node), name, joinWords([slug, name])], source) };
    }
    return { service: topic.service, topic: slug, title, blocks: withFootnotes(blocks, definitions), lines };
  });
  return { drafts, filed };
}

/** The id that the note gave to a heading, when a page can have it. */
const ownId = (heading: Heading | undefined): string[] =>
  heading?.data?.id !== undefined && isSlug(heading.data.id) ? [heading.data.id] : [];

/** A heading without text below it joins the topic before it, so that no page has an empty section of its own. */
function mergeEmpty(topics: readonly Topic[]): Topic[] {
  const merged: Topic[] = [];
  for (const topic of topics) {
    const before = merged.findLastIndex(({ service }) => service === topic.service);
    const host = merged[before];
    if (topic.blocks.length > 0) merged.push(topic);
    else if (host && topic.headings.length > 0)
      merged[before] = {
        ...host,
        blocks: [
          ...host.blocks,
          ...topic.headings.map((heading): Heading => ({
            ...heading,
            depth: Math.min(host.depth + 1, 6) as Heading['depth'],
          })),
          emptySection(topic),
        ],
      };
    else merged.push({ ...topic, blocks: [emptySection(topic)] });
  }
  return merged;
}

const emptySection = (topic: Topic): RootContent =>
  todo(`「${cut(topic.title, 100)}」は、元のメモに見出しだけがありました。`, topic.headings[0]?.position);

function readTitle(whole: string): string {
  const text = whole.replace(/\s+/g, ' ').trim();
  return (text.length <= LONGEST_TITLE ? text : `${cut(text, LONGEST_TITLE - 10)}…`) || '無題';
}

/** Headings that the title has no room for, as strong lines; those that only repeat words of the title are filed. */
function leadOf({ headings }: Topic, title: string, filed: Range[]): RootContent[] {
  const lead: RootContent[] = [];
  let unsaid = title;
  for (const heading of headings.toReversed()) {
    const { children, position } = heading;
    const text = toString(heading).replace(/\s+/g, ' ').trim();
    const range = rangeOf(heading);
    if (unsaid.includes(text)) unsaid = unsaid.replace(text, '\n');
    else if (title.includes(text) && range) filed.push(range);
    else lead.unshift({ type: 'paragraph', children: [{ type: 'strong', children, position }], position });
  }
  return lead;
}

/** Many notes repeat the title of a topic as its first inner heading. */
function collapse({ blocks, headings }: Topic, title: string, filed: Range[]): RootContent[] {
  const [first, ...rest] = blocks;
  const last = headings.at(-1);
  const same =
    first?.type === 'heading' && (toString(first) === title || (last && toString(first) === toString(last)));
  if (!same) return [...blocks];
  const range = rangeOf(first);
  if (range) filed.push(range);
  return rest;
}

/** Footnotes stand at the end of the note that refers to them. */
function collectFootnotes(topics: readonly Topic[]): Map<string, FootnoteDefinition> {
  const definitions = new Map<string, FootnoteDefinition>();
  for (const { blocks } of topics)
    for (const block of blocks)
      visit(block as Nodes, 'footnoteDefinition', (node) => {
        if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
      });
  return definitions;
}

function withFootnotes(
  blocks: readonly RootContent[],
  definitions: ReadonlyMap<string, FootnoteDefinition>,
): RootContent[] {
  const own = blocks.filter(({ type }) => type !== 'footnoteDefinition');
  const used = new Set<FootnoteDefinition>();
  for (const block of own)
    visit(block as Nodes, 'footnoteReference', (node) => {
      const definition = definitions.get(node.identifier);
      if (definition) used.add(definition);
    });
  return [...own, ...used];
}

/** The lines that nodes cover, as ranges that only blank lines part. */
function linesOf(nodes: readonly RootContent[]): [number, number][] {
  const ranges = nodes
    // Items may have been taken out of a list.
    .flatMap((node): readonly Nodes[] => (node.type === 'list' ? node.children : [node]))
    .flatMap(({ position }): [number, number][] =>
      position ? [[position.start.line, position.end.line]] : [],
    )
    .toSorted((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [from, to] of ranges) {
    const last = merged.at(-1);
    if (last && from <= last[1] + 2) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged.length > 0 ? merged : [[1, 1]];
}
