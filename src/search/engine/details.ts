import { WINDOW, textFile, type TextSection, type TextWindow } from '../layout.ts';
import type { Bundle } from './bundle.ts';
import { excerptOf, type Weigh } from './excerpt.ts';
import type { FoundPage } from './finder.ts';
import type { PageFacts } from './index-reader.ts';
import { isTitle } from './rank.ts';
import type { Phrase } from './phrase.ts';
import { cutSegments, findRanges } from './segments.ts';
import type { PageDetails, SectionHit } from './types.ts';

const MOST_SECTIONS = 3;
/** Files that are read of one page. */
const MOST_WINDOWS = 2;
/** A further stretch of a page is read only when it has nearly as much of the query as the best one. */
const WORTH_READING = 0.9;
const IN_TITLE = 0.2;

/** Loads and words what is shown of a found page. */
export async function loadDetails(
  { id, kind, category }: PageFacts,
  found: FoundPage,
  base: string,
  bundle: Bundle,
): Promise<PageDetails> {
  const windows = await Promise.all(bestWindows(found).map((n) => bundle.json<TextWindow>(textFile(id, n))));
  const [{ path, title, breadcrumb }] = windows as [TextWindow];
  const url = base + path.slice(1);
  const phrases = [...new Set(found.spots.flat().map(({ phrase }) => phrase))];
  const sections = bestSections(joinSections(windows), phrases, weighTerms(found, phrases));
  return {
    title,
    url,
    breadcrumb,
    category,
    kind,
    sections: sections.map(({ section, segments }): SectionHit => {
      const heading = section.heading ?? title;
      return {
        heading: cutSegments(heading, findRanges(heading, phrases)),
        url: section.id === undefined ? url : `${url}#${section.id}`,
        excerpt: segments,
      };
    }),
  };
}

/** How much a term tells about the section where it stands. The title's words are about the whole page, so hardly at all. */
const weightIn = (places: FoundPage['spots'][number]): number => (places.some(isTitle) ? IN_TITLE : 1);

/** What phrases are worth: each term once, by whichever of its phrases. */
function weighTerms({ spots }: FoundPage, phrases: readonly Phrase[]): Weigh {
  const terms = spots.map((places) => ({
    places,
    weight: weightIn(places),
    numbers: [...new Set(places.map(({ phrase }) => phrases.indexOf(phrase)))],
  }));
  return (found, at) =>
    terms.reduce((sum, { places, weight, numbers }) => {
      const whole = numbers.some((n) => found.has(n));
      return sum + weight * (whole ? 1 : (places.find(({ position }) => position === at)?.factor ?? 0));
    }, 0);
}

/** The stretches of the page that have most of the query; the first one when only the title has it. */
function bestWindows({ spots }: FoundPage): number[] {
  const scores = new Map<number, number>();
  for (const places of spots) {
    const best = new Map<number, number>();
    for (const { position, weight, factor } of places) {
      const window = Math.floor(position / WINDOW);
      best.set(window, Math.max(best.get(window) ?? 0, factor * Math.sqrt(weight)));
    }
    for (const [window, worth] of best)
      scores.set(window, (scores.get(window) ?? 0) + worth * weightIn(places));
  }
  const ordered = [...scores].sort(([a, x], [b, y]) => y - x || a - b);
  const best = ordered[0]?.[1] ?? 0;
  return ordered
    .filter(([, score], i) => i === 0 || (i < MOST_WINDOWS && score >= best * WORTH_READING))
    .map(([window]) => window)
    .sort((a, b) => a - b);
}

/** The sections of all windows, each once: one that reaches from a window into the next is in both. */
function joinSections(windows: readonly TextWindow[]): TextSection[] {
  const sections = windows.flatMap((window) => window.sections);
  const same = Map.groupBy(sections, ({ at }) => at);
  return [...same.values()].map((parts) => ({
    ...(parts[0] as TextSection),
    blocks: [...new Set(parts.flatMap(({ blocks }) => blocks))],
  }));
}

function bestSections(sections: readonly TextSection[], phrases: readonly Phrase[], weigh: Weigh) {
  const judged = sections.map((section) => {
    const { segments, worth: inText } = excerptOf(section.blocks, phrases, weigh);
    // A section that is like a sentence has its words where it begins, though its heading may have none of them.
    const inHeading = weigh(
      new Set(findRanges(section.heading ?? '', phrases).map(({ phrase }) => phrase)),
      section.at,
    );
    return { section, segments, score: inText + 1.5 * inHeading };
  });
  const ordered = judged.toSorted((a, b) => b.score - a.score);
  const best = ordered[0]?.score ?? 0;
  return ordered.filter(({ score }, i) => i === 0 || (i < MOST_SECTIONS && score > 0 && score >= best * 0.6));
}
