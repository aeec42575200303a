import type { Heading, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { ServiceSlug } from '../../schema/index.ts';
import type { Lexicon } from '../names/lexicon.ts';

/** Fewer different known words than this prove nothing. */
const LEAST_WORDS = 12;
/** How much better another service has to explain the words (mean log likelihood) before a section moves there. */
const MOVE_MARGIN = 0.35;
/** How well a service has to explain a section that no heading places. */
const PLACE_SCORE = 0.3;

/** A stretch of a topic below one of its inner headings. */
export interface Unit {
  readonly heading: Heading | undefined;
  readonly blocks: RootContent[];
}

/** The plain words of nodes. */
export const textOf = (nodes: readonly RootContent[]): string => nodes.map((node) => toString(node)).join('\n');

/** The service among some that explains a text best; the first when the text decides nothing. */
export function chooseService(text: string, services: readonly ServiceSlug[], lexicon: Lexicon): ServiceSlug | undefined {
  const ranking = lexicon.rank(text);
  return services.toSorted((a, b) => ranking.scoreOf(b) - ranking.scoreOf(a))[0];
}

/** The service that a text is about when no heading says so; undefined when the words are too few or too common. */
export function guessService(text: string, lexicon: Lexicon): ServiceSlug | undefined {
  const { known, best } = lexicon.rank(text);
  return known >= LEAST_WORDS && best && best.score >= PLACE_SCORE ? best.service : undefined;
}

/** The service that a text fits so much better that it was filed wrongly; undefined when it may stay. */
export function findBetter(text: string, current: ServiceSlug, lexicon: Lexicon): ServiceSlug | undefined {
  const ranking = lexicon.rank(text);
  const { known, best } = ranking;
  if (known < LEAST_WORDS || !best || best.service === current) return undefined;
  return best.score - ranking.scoreOf(current) >= MOVE_MARGIN ? best.service : undefined;
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
 * The service of each unit of a topic. A unit without evidence of its own goes with the heading that it stands under.
 */
export function judgeUnits(
  units: readonly Unit[],
  service: ServiceSlug,
  lexicon: Lexicon,
): readonly ServiceSlug[] {
  const open: { depth: number; service: ServiceSlug }[] = [{ depth: 0, service }];
  return units.map(({ heading, blocks }) => {
    const depth = heading?.depth ?? 1;
    while ((open.at(-1)?.depth ?? 0) >= depth) open.pop();
    const above = open.at(-1)?.service ?? service;
    const text = textOf([...(heading ? [heading] : []), ...blocks]);
    const own = findBetter(text, above, lexicon) ?? above;
    open.push({ depth, service: own });
    return own;
  });
}
