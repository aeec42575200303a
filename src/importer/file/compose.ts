import type { FootnoteDefinition, Heading, Nodes, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { headingIdOf, removeIdMark } from '../../markdown/heading-id.ts';
import { isSlug, type ServiceSlug } from '../../schema/index.ts';
import type { Range } from '../dialects/dialect.ts';
import { rangeOf } from '../normalize/pass.ts';
import { todo } from '../nodes.ts';
import { LONGEST_TITLE } from './place.ts';
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
 * @param text the raw note
 * @returns the notes, and the stretches of `text` that became ids or that a title says already
 */
export function composeNotes(
  topics: readonly Topic[],
  text: string,
  slugger: Slugger,
  idsOf: (service: ServiceSlug) => IdSpace,
): { drafts: NoteDraft[]; filed: Range[] } {
  const filed: Range[] = [];
  const merged = mergeEmpty(topics);
  const definitions = collectFootnotes(merged);
  for (const { headings, blocks } of merged)
    for (const node of [...headings, ...blocks]) if (node.type === 'heading') markId(node, text, filed);
  const drafts = merged.map((topic): NoteDraft => {
    const ids = idsOf(topic.service);
    const lines = linesOf([...topic.headings, ...topic.blocks]);
    const { title, id } = readTitle(topic.title);
    const slug = ids.take([...(id ? [id] : []), slugger.slugOf(title)]);
    const blocks = [...leadOf(topic, title, filed), ...collapse(topic, title, filed)];
    for (const node of blocks) {
      if (node.type !== 'heading') continue;
      node.depth = Math.min(
        Math.max(SHALLOWEST + node.depth - topic.depth - 1, SHALLOWEST),
        DEEPEST,
      ) as Heading['depth'];
      const own = headingIdOf(node);
      if (own !== undefined) removeIdMark(node);
      if (node.depth > SHALLOWEST && own === undefined) continue;
      const name = slugger.slugOf(toString(node));
      node.data = {
        id: ids.take([...(own !== undefined && isSlug(own) ? [own] : []), name, joinWords([slug, name])]),
      };
    }
    return { service: topic.service, topic: slug, title, blocks: withFootnotes(blocks, definitions), lines };
  });
  return { drafts, filed };
}

/** An id that the note gave to a heading is structure, whether it could be kept or not. */
function markId(heading: Heading, text: string, filed: Range[]): void {
  const id = headingIdOf(heading);
  const range = rangeOf(heading);
  const at = id === undefined || !range ? -1 : text.lastIndexOf(`[#${id}]`, range.end);
  if (id !== undefined && range && at >= range.start) filed.push({ start: at, end: at + id.length + 3 });
}

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
  todo(`「${topic.title.slice(0, 100)}」は、元のメモに見出しだけがありました。`, topic.headings[0]?.position);

function readTitle(whole: string): { title: string; id: string | undefined } {
  const id = /[ \t]*\[#([^\]\s]*)\][ \t]*$/.exec(whole)?.[1];
  const text = whole
    .replace(/[ \t]*\[#[^\]\s]*\][ \t]*$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  const title =
    text.length <= LONGEST_TITLE
      ? text
      : `${[...text].slice(0, LONGEST_TITLE / 2 + 20).join('')}…`.slice(0, LONGEST_TITLE);
  return { title: title || '無題', id: id !== undefined && isSlug(id) ? id : undefined };
}

/** Headings that the title has no room for, as strong lines; those that only repeat words of the title are filed. */
function leadOf({ headings }: Topic, title: string, filed: Range[]): RootContent[] {
  const lead: RootContent[] = [];
  let unsaid = title;
  for (const heading of headings.toReversed()) {
    const { children, position } = heading;
    const { title: text } = readTitle(toString(heading));
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
