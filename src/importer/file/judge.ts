import type { Heading, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { ServiceSlug } from '../../schema/index.ts';
import type { LexicalRanking, Lexicon } from '../names/lexicon.ts';
import type { Knowledge } from '../knowledge.ts';
import { likeliestPath } from '../likeliest-path.ts';
import { wordsOfTree } from '../text-of.ts';

/** Fewer different known words than this prove nothing. */
const LEAST_WORDS = 12;
/** How well a service has to explain a text that names it and that no heading places (mean log likelihood ratio a word). */
const PLACE_SCORE = 0.5;
/** A text is foreign to its service below this score, and another's own above the second, by at least the third. */
const FOREIGN = { current: 0, other: 0.5, margin: 0.8 } as const;
/** The same, when the heading of the text names the other service. */
const NAMED = { current: 0, other: 0.2, margin: 0.7 } as const;
/** A text whose heading is the very name of a service belongs to it when it scores this, and no worse there than here. */
const OWN_SCORE = 0.5;
/** What the first of several services that a heading names is ahead of the others. */
const FIRST_NAMED = 0.5;
/** The evidence (log likelihood ratio) that leaving a service costs, and coming back to it. */
const LEAVE = 8;
const RETURN = 2;

/** A stretch of a topic below one of its inner headings. */
export interface Unit {
  readonly heading: Heading | undefined;
  readonly blocks: RootContent[];
}

/** The plain words of nodes. */
export const textOf = (nodes: readonly RootContent[]): string => nodes.map(wordsOfTree).join('\n');

/** The service, among those that a heading names, that explains a text best. */
export function chooseService(
  text: string,
  services: readonly ServiceSlug[],
  lexicon: Lexicon,
): ServiceSlug | undefined {
  const ranking = lexicon.rank(text);
  const [first] = services;
  const score = (service: ServiceSlug) => ranking.scoreOf(service) + (service === first ? FIRST_NAMED : 0);
  return services.toSorted((a, b) => score(b) - score(a))[0];
}

/** The service that a text is about when no heading says so; undefined when the words are too few or too common. */
export function guessService(
  text: string,
  { names, lexicon }: Pick<Knowledge, 'names' | 'lexicon'>,
): ServiceSlug | undefined {
  const { known, best } = lexicon.rank(text);
  const plain = known >= LEAST_WORDS && best && best.score >= PLACE_SCORE;
  return plain && names.mentionedIn(text).has(best.service) ? best.service : undefined;
}

/** Whether a text is foreign to one service and plainly about another. */
function isForeign(
  ranking: LexicalRanking,
  current: ServiceSlug,
  other: ServiceSlug,
  least: typeof FOREIGN | typeof NAMED = FOREIGN,
): boolean {
  const [here, there] = [ranking.scoreOf(current), ranking.scoreOf(other)];
  return here < least.current && there >= least.other && there - here >= least.margin;
}

/**
 * Whether a topic below one service that is headed by the name of another is about the other.
 *
 * @param own whether the heading is the other's own name and nothing more
 */
export const isNamedRightly = (
  ranking: LexicalRanking,
  current: ServiceSlug,
  named: ServiceSlug,
  own: boolean,
): boolean =>
  isForeign(ranking, current, named, NAMED) ||
  (own && ranking.scoreOf(named) >= Math.max(OWN_SCORE, ranking.scoreOf(current)));

/**
 * The other service that a stretch of a topic is plainly about: the one that its heading names, else the one that
 * explains its words while its own does not.
 */
export function findOther(
  heading: string,
  text: string,
  service: ServiceSlug,
  { names, lexicon }: Pick<Knowledge, 'names' | 'lexicon'>,
): ServiceSlug | undefined {
  const ranking = lexicon.rank(text);
  const { known, best } = ranking;
  if (known < LEAST_WORDS) return undefined;
  const named = names.serviceOf(heading);
  if (
    named &&
    named !== service &&
    isNamedRightly(ranking, service, named, names.restOf(heading, named) === '')
  )
    return named;
  return best && isForeign(ranking, service, best.service) ? best.service : undefined;
}

/** Cuts the content of a topic at its inner headings. */
export function cutUnits(nodes: readonly RootContent[]): Unit[] {
  const units: Unit[] = [{ heading: undefined, blocks: [] }];
  for (const node of nodes) {
    if (node.type === 'heading') units.push({ heading: node, blocks: [] });
    else units.at(-1)?.blocks.push(node);
  }
  return units;
}

/**
 * The service of each unit of a topic: that of the topic, except for stretches that are foreign to it and plainly about
 * another. The likeliest path through all units decides, so that what stands between two such units goes
 * with them, and a single odd word moves nothing.
 */
export function judgeUnits(
  units: readonly Unit[],
  service: ServiceSlug,
  knowledge: Pick<Knowledge, 'names' | 'lexicon'>,
): readonly ServiceSlug[] {
  const texts = units.map(({ heading, blocks }) => textOf([...(heading ? [heading] : []), ...blocks]));
  const others = units.flatMap(({ heading }, i) => {
    const name = heading ? toString(heading) : '';
    return findOther(name, texts[i] ?? '', service, knowledge) ?? [];
  });
  if (others.length === 0) return units.map(() => service);
  const states = [service, ...new Set(others)];
  const gains = texts.map((text) => {
    const ranking = knowledge.lexicon.rank(text);
    return states.map((state) => ranking.known * (ranking.scoreOf(state) - ranking.scoreOf(service)));
  });
  // Every topic sets out from its own service, the first state.
  const start = states.map((_, i) => (i === 0 ? 0 : -Infinity));
  const path = likeliestPath([start, ...gains], (_from, to) => (to === 0 ? RETURN : LEAVE));
  return path.slice(1).map((state) => states[state] ?? service);
}
