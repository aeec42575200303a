import { isHead, isSentence } from '../text/sentence.ts';
import type { ServiceSlug } from '../../../schema/index.ts';
import type { Vocabulary } from '../dialect.ts';
import type { ScrapLine } from './line.ts';

const LONGEST = 60;
const LONGEST_WITHOUT_AIR = 30;

/**
 * Is a line at the left margin a heading? Headings lost everything but the blank lines around them. A few lost those
 * too: a name between two sentences, or between a sentence and a list.
 */
export function isHeading(lines: readonly ScrapLine[], at: number): boolean {
  const [before, line, after] = [lines[at - 1], lines[at], lines[at + 1]];
  if (!line || line.kind !== 'flush' || !isHead(line.text, LONGEST) || /^[※＊*]|[→⇒]/u.test(line.text))
    return false;
  const aired = isGap(before) && isGap(after);
  if (aired) return true;
  const afterSentence = before?.kind === 'flush' && isSentence(before.text);
  const beforeBody =
    (after?.kind === 'flush' && isSentence(after.text)) ||
    (after?.kind === 'blank' && lines[at + 2]?.kind === 'bullet');
  return afterSentence && beforeBody && NOUN.test(line.text) && isHead(line.text, LONGEST_WITHOUT_AIR);
}

/** Whether only blank lines follow in the post. */
export function endsPost(lines: readonly ScrapLine[], at: number): boolean {
  let next = at + 1;
  while (lines[next]?.kind === 'blank') next++;
  const kind = lines[next]?.kind;
  return kind === undefined || kind === 'author' || kind === 'platform';
}

const isGap = (line: ScrapLine | undefined): boolean =>
  line === undefined || line.kind === 'blank' || line.kind === 'author' || line.kind === 'platform';

/** Ends in a word, not in a particle or an ending of a verb. */
const NOUN = /[\p{sc=Han}\p{sc=Katakana}ー\w)）]$/u;

/** A heading of a scrap, before it has a level. */
export interface ScrapHeading {
  readonly text: string;
  readonly post: number;
  /** Nothing stands before it in its post. */
  readonly first: boolean;
  /** Nothing stands between the heading before and this one. */
  readonly bare: boolean;
}

/**
 * Levels of headings. The first of a post names the subject (2), the others are topics (3), a topic right below a
 * topic is part of it (4). A post may take up a second service at its end: the last headings, as far as each is the
 * name of a service that has no post of its own.
 */
export function levels(headings: readonly ScrapHeading[], vocabulary: Vocabulary): number[] {
  const services = headings.map(({ text }) => serviceNamed(text, vocabulary));
  const owned = new Set(headings.flatMap(({ first }, index) => (first ? [services[index]] : [])));
  const result: number[] = headings.map(({ first }) => (first ? 2 : 3));
  for (const [index, { bare }] of headings.entries())
    if (bare && result[index] === 3 && result[index - 1] === 3) result[index] = 4;

  let trailing = true;
  for (let index = headings.length - 1; index >= 0; index--) {
    const [heading, service] = [headings[index], services[index]];
    if (heading?.post !== headings[index + 1]?.post) trailing = true;
    trailing &&= service !== undefined && !owned.has(service) && heading?.first === false;
    if (trailing) result[index] = 2;
  }
  return result;
}

/** The service that a heading is the name of; 「Lambda との統合」 is about one, but not its name. */
const serviceNamed = (text: string, vocabulary: Vocabulary): ServiceSlug | undefined =>
  /\p{sc=Hiragana}/u.test(text) ? undefined : vocabulary.serviceOf(text);
