import type { ServiceEntry } from '../../content/entries.ts';
import { editDistance } from '../../diagnostics/index.ts';
import { createTermMatcher, type TermMatcher } from '../../markdown/term-matcher.ts';
import { namesOf, type ServiceSlug } from '../../schema/index.ts';
import type { Vocabulary } from '../dialects/dialect.ts';
import { SPELLINGS } from './spellings.ts';

/** All that the importer knows of names. */
export interface Names extends Vocabulary {
  /** Every service that a heading may mean, the likeliest first. */
  candidatesOf(heading: string): readonly ServiceSlug[];
  /** The services that a text names by a name of their own. */
  mentionedIn(text: string): ReadonlySet<ServiceSlug>;
  /**
   * What is left of a heading once the page of the service says its name: nothing when the heading is the page's own
   * name, the first name when it is another one of the service, undefined when it says more than names.
   */
  restOf(heading: string, service: ServiceSlug): string | undefined;
}

/** How much a name says: what a page calls itself, then what notes call it, then what is searched for. */
const RANKS = { own: 0, spelling: 1, search: 2 } as const;

/** One table of names from the services' files and the reviewed spellings of notes. */
export function createNames(services: readonly ServiceEntry[]): Names {
  const table = new Map<string, { rank: number; slugs: Set<ServiceSlug> }>();
  const written = new Map<string, ServiceSlug>();
  const titles = new Map<ServiceSlug, readonly string[]>();
  const add = (name: string, slug: ServiceSlug, rank: number) => {
    for (const variant of new Set([name, withoutVendor(name)])) {
      const key = keyOf(variant);
      if (key === '') continue;
      const entry = table.get(key);
      if (!entry || rank < entry.rank) table.set(key, { rank, slugs: new Set([slug]) });
      else if (rank === entry.rank) entry.slugs.add(slug);
      if (rank < RANKS.search) written.set(variant, slug);
    }
  };
  for (const { id, data } of services) {
    titles.set(
      id,
      [data.name, data.shortName].map((name) => keyOf(withoutVendor(name))),
    );
    for (const name of namesOf(data)) add(name, id, RANKS.own);
    for (const name of SPELLINGS[id] ?? []) add(name, id, RANKS.spelling);
    for (const name of data.searchAliases) add(name, id, RANKS.search);
  }
  const long = [...table.keys()].filter((key) => LONG_LATIN.test(key));
  /** The keys that a text may mean: its own, or those that it misspells by one letter. */
  const meant = (text: string): readonly string[] => {
    const key = keyOf(text);
    if (table.has(key) || !LONG_LATIN.test(key)) return [key];
    return long.filter((name) => isNearly(name, key));
  };
  const exact = (text: string): ServiceSlug | undefined =>
    single(unique(meant(text).flatMap((key) => single([...(table.get(key)?.slugs ?? [])]) ?? [])));
  const matcher = createMatcher(written);

  const candidatesOf = (heading: string): readonly ServiceSlug[] => {
    const parts = partsOf(heading);
    // The whole heading, else its parts from the last: 「カテゴリー：サービス」, 「サービス：正式名称」, 「名前（別名）」.
    const whole = exact(parts[0] ?? '');
    const joined = JOINED.test(heading)
      ? unique(heading.split(JOINED).flatMap((part) => exact(partsOf(part)[0] ?? '') ?? []))
      : [];
    if (whole) return joined.length > 0 ? unique([...joined.slice(0, 1), whole]) : [whole];
    const named = unique(parts.slice(1).flatMap((part) => exact(part) ?? []));
    if (named.length > 0) return named;
    return unique(
      matcher.find(heading.normalize('NFKC')).flatMap(({ term }) => written.get(term.text) ?? []),
    );
  };
  return {
    candidatesOf,
    serviceOf(heading) {
      const [whole = ''] = partsOf(heading);
      return (
        exact(whole) ??
        single(
          unique(
            partsOf(heading)
              .slice(1)
              .flatMap((part) => exact(part) ?? []),
          ),
        )
      );
    },
    mentionedIn: (text) =>
      new Set(matcher.find(text.normalize('NFKC')).flatMap(({ term }) => written.get(term.text) ?? [])),
    restOf(heading, service) {
      const parts = partsOf(heading, { keepEndings: true });
      const names = parts.length > 1 ? parts.slice(1) : parts;
      if (!names.every((part) => exact(part) === service)) return undefined;
      const own = titles.get(service) ?? [];
      return names.some((part) => own.some((title) => isNearly(title, keyOf(part)))) ? '' : (names[0] ?? '');
    },
  };
}

const single = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined);
const unique = <T>(list: readonly T[]): T[] => [...new Set(list)];

/** Names so long that one wrong letter leaves no doubt (`CloudFoarmation`). */
const LONG_LATIN = /^[a-z0-9]{9,}$/;

const isNearly = (name: string, key: string): boolean =>
  name === key ||
  (LONG_LATIN.test(key) && Math.abs(name.length - key.length) < 2 && editDistance(name, key) === 1);

/** What joins two services in one heading: 「ECS on Fargate」 is about both, and first of all about the first. */
const JOINED = /\s(?:on|with|in|for|based on)\s/;

/** Spelling without case, spaces and width: 「ＡＰＩ　Gateway」 and `API gateway` are one name. */
const keyOf = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_・-]+/g, '');

const withoutVendor = (name: string): string => name.replace(/^(?:AWS|Amazon)\s+/i, '');

/** Endings that make a heading of a name without changing what it is about. */
const ENDINGS = /(?:とは|について|の概要|概要|まとめ|入門|の基本|サービス)$/;

/**
 * `09-02.`, `1)`, `1-1 `, `1 `, `第2章 `. Takes more for a number than `SECTION_NUMBER` does: here it is only left out of
 * a comparison, while that one takes it off what is written.
 */
const UNCOMPARED_NUMBER =
  /^(?:[\d.-]+[.)]\s*|\d+(?:[.-]\d+)*\s+|第\s*[\d一二三四五六七八九十]+\s*[章部節回][\s:.]*)/;

/** A heading without its number and its id, whole and cut at the signs that join names. */
function partsOf(heading: string, { keepEndings = false } = {}): string[] {
  const text = withoutVendor(
    heading
      .normalize('NFKC')
      .replace(UNCOMPARED_NUMBER, '')
      .replace(/\s*\[#[^\]\s]*\]$/, '')
      .trim(),
  );
  const clean = (part: string) => withoutVendor((keepEndings ? part : part.replace(ENDINGS, '')).trim());
  const pieces = text
    .split(/[:()/＠@|「」『』]|\s[-–—]\s/)
    .map(clean)
    .filter(Boolean);
  return pieces.length > 1 ? [clean(text), ...pieces] : [clean(text)];
}

function createMatcher(names: ReadonlyMap<string, ServiceSlug>): TermMatcher {
  return createTermMatcher([...names.keys()].map((text) => ({ text, path: '', kind: 'service' })));
}
