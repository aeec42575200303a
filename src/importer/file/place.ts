import type { Heading, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { diagnose } from '../../diagnostics/index.ts';
import { LONGEST_TITLE, type ServiceSlug } from '../../schema/index.ts';
import { cut } from '../../markdown/cut.ts';
import type { DropReason, Range } from '../dialects/dialect.ts';
import type { Lexicon } from '../names/lexicon.ts';
import type { Names } from '../names/vocabulary.ts';
import { placeOf, rangeOf, type PassContext } from '../normalize/pass.ts';
import {
  chooseService,
  cutUnits,
  guessService,
  isNamedRightly,
  judgeUnits,
  textOf,
  type Unit,
} from './judge.ts';
import { promoteItems } from './promote.ts';
import { flattenSection, nestSections, type Section } from './sections.ts';
import type { Filing, Topic } from './topic.ts';

/** The page of what belongs to no service that is known. */
export const UNSORTED = 'unsorted' as ServiceSlug;
/** The title of what a note says of a service before its first topic. */
const OVERVIEW = '概要';

export interface FilingContext {
  readonly names: Names;
  readonly lexicon: Lexicon;
  /** Where everything goes, whatever it says. */
  readonly service: ServiceSlug | undefined;
  readonly pass: PassContext;
}

/** What the headings above a section say. */
interface Trail {
  /** The services that the section may be about; none when no heading names one. */
  readonly services: readonly ServiceSlug[];
  /** What of the headings above is not said by the page; it leads the titles of the topics. */
  readonly labels: readonly string[];
  /** Headings whose text has yet to be written somewhere. */
  readonly pending: Heading[];
}

/** Files the sections of a note: each topic with its service, in reading order. */
export function placeTopics(tree: Root, context: FilingContext): Filing {
  const filed: Range[] = [];
  const trail: Trail = { services: context.service ? [context.service] : [], labels: [], pending: [] };
  return { topics: placeSection(nestSections(tree), trail, context, filed), filed };
}

/** A note, a service or a group of services: reads its heading, then files its own text and its topics. */
function placeSection(section: Section, above: Trail, context: FilingContext, filed: Range[]): Topic[] {
  const subjects = subjectsOf(section, context);
  if (subjects.length > 0) return [...fileTopic(section, { ...above, services: subjects }, context)];
  const trail = section.heading
    ? readHeading({ ...section, heading: section.heading }, above, context, filed)
    : above;
  const own =
    section.blocks.length > 0
      ? fileTopic({ ...section, heading: undefined, children: [] }, trail, context)
      : [];
  const topics = [
    ...own,
    ...section.children.flatMap((child) =>
      isTopic(child, trail, context)
        ? fileTopic(child, trail, context)
        : placeSection(child, trail, context, filed),
    ),
  ];
  // A heading below which there is nothing.
  return trail.pending.length === 0
    ? topics
    : [...topics, ...fileTopic({ ...section, heading: undefined, children: [] }, trail, context)];
}

/** What a note that is one topic is about: its title says more than a name, and nothing but text stands below it. */
function subjectsOf(
  { heading, depth, blocks, children }: Section,
  { names, service }: FilingContext,
): readonly ServiceSlug[] {
  if (!heading || depth > 1 || blocks.length === 0 || children.length > 0) return [];
  const title = toString(heading);
  const named = service ? [service] : names.candidatesOf(title);
  const [only, ...others] = named;
  const isName = only !== undefined && others.length === 0 && names.restOf(title, only) !== undefined;
  return isName ? [] : named;
}

/** What a heading above topics adds to the trail. */
function readHeading(
  { heading, blocks, children }: Section & { readonly heading: Heading },
  above: Trail,
  context: FilingContext,
  filed: Range[],
): Trail {
  const text = toString(heading);
  const named = context.service ? [context.service] : context.names.candidatesOf(text);
  const services = named.length > 0 ? named : above.services;
  const rest = services.length === 1 && services[0] ? context.names.restOf(text, services[0]) : undefined;
  const range = rangeOf(heading);
  if (rest !== undefined) {
    // The page says the name, but nothing else may ask for that page.
    if (blocks.length + children.length === 0) drop(heading, 'empty', context);
    else if (range) filed.push(range);
    return { services, labels: rest ? [rest] : [], pending: above.pending };
  }
  const labels = [...(named.length > 0 ? [] : above.labels), text];
  if (heading.depth > 1) return { services, labels, pending: [...above.pending.splice(0), heading] };
  // The title of a note leads what no heading below names better; it is not part of any topic.
  drop(heading, 'title', context);
  return { services, labels: services.length > 0 ? [] : labels, pending: above.pending };
}

/** Whether a section is a topic, and not something above topics. */
function isTopic(
  { heading, depth }: Section,
  { services }: Trail,
  { names, service: forced }: FilingContext,
): boolean {
  if (!heading || depth < 2) return false;
  const text = toString(heading);
  if (forced) return depth > 2;
  const named = names.serviceOf(text);
  const isName = named !== undefined && names.restOf(text, named) !== undefined;
  if (depth > 2) return !(isName && services.length === 0);
  if (services.length === 0) return false;
  return isName ? services.includes(named) : true;
}

/** Files one topic, and apart from it what in it is about another service. */
function fileTopic(section: Section, trail: Trail, context: FilingContext): readonly Topic[] {
  const { heading } = section;
  const nodes = flattenSection(section);
  const text = textOf([...(heading ? [heading] : []), ...nodes]);
  const service = serviceOf(text, heading, trail, context);
  const title = joinTitle([...trail.labels, ...(heading ? [toString(heading)] : [])]) || OVERVIEW;
  const headings = [...trail.pending.splice(0), ...(heading ? [heading] : [])];
  const known = trail.services.length > 0 && !context.service;
  const units = cutUnits(known ? promoteItems(nodes, service, context) : nodes);
  const services = servicesOf(units, service, trail, context);
  if (services.includes(UNSORTED)) reportUnsorted(title, headings[0] ?? nodes[0], context);
  const topics = leadOn(
    runsOf(units, services).map(({ service: to, heading: inner, blocks }): Topic =>
      inner
        ? { service: to, title: toString(inner), headings: [inner], blocks, depth: inner.depth }
        : { service: to, title, headings, blocks, depth: section.depth },
    ),
  );
  if (trail.services.length > 0)
    for (const topic of topics) if (topic.service !== service) reportMoved(topic, service, context);
  return topics;
}

/** Units in a row that are about one service. */
function runsOf(units: readonly Unit[], services: readonly ServiceSlug[]): Run[] {
  const runs: Run[] = [];
  for (const [i, { heading, blocks }] of units.entries()) {
    const service = services[i] ?? UNSORTED;
    const last = runs.at(-1);
    if (last?.service === service) last.blocks.push(...(heading ? [heading] : []), ...blocks);
    else runs.push({ service, heading, blocks: [...blocks] });
  }
  return runs;
}

interface Run {
  readonly service: ServiceSlug;
  /** The inner heading that it begins with; undefined at the start of a topic. */
  readonly heading: Heading | undefined;
  readonly blocks: RootContent[];
}

/** A heading leads what was moved away from right below it: nothing else is left to head. */
function leadOn(topics: readonly Topic[]): readonly Topic[] {
  const [first, second, ...others] = topics;
  if (!first || !second || first.blocks.length > 0) return topics;
  const title = joinTitle([first.title, second.title]);
  return [{ ...second, title, headings: [...first.headings, ...second.headings] }, ...others];
}

function serviceOf(
  text: string,
  heading: Heading | undefined,
  { services }: Trail,
  context: FilingContext,
): ServiceSlug {
  const { names, lexicon } = context;
  const [only] = services;
  if (context.service) return context.service;
  const named = heading ? names.serviceOf(toString(heading)) : undefined;
  if (services.length > 1)
    return (named && services.includes(named) ? named : chooseService(text, services, lexicon)) ?? UNSORTED;
  // 「Lambda」 below CodeDeploy may be how to deploy to Lambda: the words decide.
  if (only && named && heading && named !== only) {
    const own = names.restOf(toString(heading), named) === '';
    return isNamedRightly(lexicon.rank(text), only, named, own) ? named : only;
  }
  return only ?? named ?? guessService(text, { names, lexicon }) ?? UNSORTED;
}

/** The service of each unit of a topic. Where no heading above names one, inner headings may. */
function servicesOf(
  units: readonly Unit[],
  service: ServiceSlug,
  trail: Trail,
  { names, lexicon, service: forced }: FilingContext,
): readonly ServiceSlug[] {
  if (forced) return units.map(() => service);
  if (trail.services.length > 0) return judgeUnits(units, service, { names, lexicon });
  const named = units.map(({ heading }) => heading && names.serviceOf(toString(heading)));
  // A group of services has no text of its own: its heading goes with the first of them.
  let current = (units[0]?.blocks.length === 0 ? named[1] : undefined) ?? service;
  return named.map((own) => (current = own ?? current));
}

/** Longer labels make titles that nobody reads. */
const LONGEST_LABEL = 30;

const shorten = (text: string): string =>
  text.length <= LONGEST_LABEL ? text : cut(text.split(/[：:（(]/)[0] ?? text, LONGEST_LABEL);

/** As many of the labels before the last as fit into a title and are not said by what follows them. */
function joinTitle(parts: readonly string[]): string {
  return parts.reduceRight((title, part) => {
    if (title === '') return part;
    const label = shorten(part);
    const joined = `${label}：${title}`;
    return title.includes(label) || joined.length > LONGEST_TITLE ? title : joined;
  }, '');
}

function drop(heading: Heading, reason: DropReason, { pass }: FilingContext): void {
  const range = rangeOf(heading);
  if (range) pass.dropped.push({ ...range, reason });
}

function reportUnsorted(title: string, node: RootContent | undefined, { pass }: FilingContext): void {
  if (node)
    pass.diagnostics.push(
      diagnose('N201', placeOf(node, pass), { heading: title, topic: UNSORTED }, 'warning'),
    );
}

function reportMoved(topic: Topic, from: ServiceSlug, { pass }: FilingContext): void {
  const place = topic.headings.at(-1) ?? topic.blocks[0];
  const values = { heading: topic.title, from, to: topic.service };
  if (place) pass.diagnostics.push(diagnose('N202', placeOf(place, pass), values, 'info'));
}
