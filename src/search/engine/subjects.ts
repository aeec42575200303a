import { unpackSayings } from '../signs.ts';
import { keyOf } from '../tokens/index.ts';
import type { Finder } from './finder.ts';
import { openHints, type OpenHints } from './hints.ts';
import { compare, type Likeness } from './likeness.ts';

/** What a sentence is about, as far as the hints tell. */
export interface About {
  /** Sections that are like the sentence, and how much of it they say. */
  readonly sections: readonly {
    readonly page: number;
    /** Where their questions stand. */
    readonly position: number;
    readonly likeness: number;
  }[];
  /** Terms whose definition is like the sentence. */
  readonly terms: readonly {
    readonly name: string;
    /** Whether the definition has most of a word of the sentence. */
    says(word: string): boolean;
  }[];
  /** What the most alike section is about, unless the sentence says it anyhow. */
  readonly topic: string | undefined;
  /** The service of the most alike sections. */
  readonly service: string | undefined;
}

/** How many subjects a sentence takes at most, how much of it they must say, and how much next to the best one. */
const TAKEN = {
  sections: { most: 10, least: 0.3, next: 0.8 },
  terms: { most: 3, least: 0.2, next: 0.7 },
} as const;
/** From which likeness on a section tells the topic. */
const LEAST_FOR_TOPIC = 0.25;
/** How many sections vote for a service, the best one being so much like the sentence; a vote is this power of likeness. */
const VOTES = { most: 10, least: 0.3, power: 4 } as const;

/** Compares a sentence with all that it may be about. */
export async function findSubjects(
  sentence: string,
  { bundle, hints: file }: Pick<Finder, 'bundle' | 'hints'>,
): Promise<About> {
  const hints = await openHints(file, bundle);
  const { sections, terms, sayings } = hints;
  const look = async (sign: string) => unpackSayings((await sayings.get(sign)) ?? '');
  const { subjects, saysMost } = await compare(sentence, look, sections.length + terms.length);
  const alike = subjects.filter(([subject]) => subject < sections.length);
  const defined = subjects.filter(([subject]) => subject >= sections.length);
  return {
    sections: take(alike, TAKEN.sections).flatMap(([subject, likeness]) => {
      const [page, position] = sections[subject] ?? [];
      return page === undefined || position === undefined ? [] : [{ page, position, likeness }];
    }),
    terms: take(defined, TAKEN.terms).flatMap(([subject]) => {
      const name = terms[subject - sections.length];
      return name === undefined ? [] : [{ name, says: (word: string) => saysMost(subject, word) }];
    }),
    topic: topicOf(sentence, alike, hints),
    service: serviceOf(alike, hints),
  };
}

function take(
  alike: readonly Likeness[],
  { most, least, next }: (typeof TAKEN)['sections' | 'terms'],
): Likeness[] {
  const best = alike[0]?.[1] ?? 0;
  return alike.slice(0, most).filter(([, likeness]) => likeness >= least && likeness >= best * next);
}

function topicOf(sentence: string, [best]: readonly Likeness[], { sections }: OpenHints): string | undefined {
  if (!best || best[1] < LEAST_FOR_TOPIC) return undefined;
  const topic = sections[best[0]]?.[2];
  return topic !== undefined && keyOf(sentence).includes(keyOf(topic)) ? undefined : topic;
}

function serviceOf(alike: readonly Likeness[], { sections, services }: OpenHints): string | undefined {
  if ((alike[0]?.[1] ?? 0) < VOTES.least) return undefined;
  const votes = new Map<string, number>();
  for (const [subject, likeness] of alike.slice(0, VOTES.most)) {
    const service = services[sections[subject]?.[0] ?? -1];
    if (service !== undefined) votes.set(service, (votes.get(service) ?? 0) + likeness ** VOTES.power);
  }
  return [...votes].sort(([, a], [, b]) => b - a)[0]?.[0];
}
