import type { Heading, RootContent } from 'mdast';
import type { ServiceSlug } from '../../schema/index.ts';
import type { Range } from '../dialects/dialect.ts';

/** What becomes one note: a topic with the service that it is about. */
export interface Topic {
  readonly service: ServiceSlug;
  readonly title: string;
  /** The headings whose text the title holds; they are not repeated in the body. */
  readonly headings: readonly Heading[];
  readonly blocks: readonly RootContent[];
  /** The level that its heading had in the note; headings inside are deeper. */
  readonly depth: number;
}

/** What filing gives: the topics in reading order, and the headings that became the pages they name. */
export interface Filing {
  readonly topics: readonly Topic[];
  readonly filed: readonly Range[];
}
