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
    /** Where they begin. */
    readonly position: number;
    readonly likeness: number;
  }[];
  /** Terms whose definition is like the sentence. */
  readonly terms: readonly {
    readonly name: string;
    /** Whether the definition has most of a word of the sentence. */
    says(word: string): boolean;
  }[];
  /** What the most alike sections are about besides what the sentence says, and how much each word tells, up to 1. */
  readonly topics: readonly (readonly [word: string, share: number])[];
  /** The service of the most alike sections. */
  readonly service: string | undefined;
}

/** How many subjects a sentence takes at most, how much of it they must say, and how much next to the best one. */
const TAKEN = {
  sections: { most: 10, least: 0.3, next: 0.8 },
  terms: { most: 2, least: 0.2, next: 0.7 },
} as const;
/**
 * How many sections tell topics, being so much like the best one. A vote is this power of likeness, for each further word
 * of a section so much of it; so many words are taken.
 */
const TOPICS = { sections: 5, least: 0.3, next: 0.8, power: 8, further: 0.7, most: 2 } as const;
/** How many sections vote for a service, the best one being so much like the sentence; a vote is this power of likeness. */
const VOTES = { most: 10, least: 0.3, power: 2 } as const;

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
      const section = sections[subject];
      return section ? [{ ...section, likeness }] : [];
    }),
    terms: take(defined, TAKEN.terms).flatMap(([subject]) => {
      const name = terms[subject - sections.length];
      return name === undefined ? [] : [{ name, says: (word: string) => saysMost(subject, word) }];
    }),
    topics: await topicsOf(sentence, alike, hints),
    service: serviceOf(alike, hints),
  };
}

function take(
  alike: readonly Likeness[],
  { most, least, next }: Readonly<Record<'most' | 'least' | 'next', number>>,
): Likeness[] {
  const best = alike[0]?.[1] ?? 0;
  return alike.slice(0, most).filter(([, likeness]) => likeness >= least && likeness >= best * next);
}

async function topicsOf(
  sentence: string,
  alike: readonly Likeness[],
  { about }: OpenHints,
): Promise<[word: string, share: number][]> {
  const votes = new Map<string, number>();
  const voting = take(alike, { ...TOPICS, most: TOPICS.sections });
  const told = await Promise.all(voting.map(([subject]) => about.get(String(subject))));
  for (const [i, [, likeness]] of voting.entries())
    for (const [n, word] of (told[i]?.split('\n') ?? []).entries())
      votes.set(word, (votes.get(word) ?? 0) + likeness ** TOPICS.power * TOPICS.further ** n);
  const said = keyOf(sentence);
  const ranked = [...votes].filter(([word]) => !said.includes(keyOf(word))).sort(([, a], [, b]) => b - a);
  const best = ranked[0]?.[1] ?? 1;
  return ranked.slice(0, TOPICS.most).map(([word, vote]) => [word, vote / best]);
}

function serviceOf(alike: readonly Likeness[], { sections, services }: OpenHints): string | undefined {
  if ((alike[0]?.[1] ?? 0) < VOTES.least) return undefined;
  const votes = new Map<string, number>();
  for (const [subject, likeness] of alike.slice(0, VOTES.most)) {
    const service = services[sections[subject]?.page ?? -1];
    if (service !== undefined) votes.set(service, (votes.get(service) ?? 0) + likeness ** VOTES.power);
  }
  return [...votes].sort(([, a], [, b]) => b - a)[0]?.[0];
}
