import type {
  Comparison,
  ComparisonSlug,
  Note,
  QuotaFile,
  Redirect,
  SearchAliasGroup,
  SearchHints,
  Service,
  ServiceSlug,
  Term,
} from '../schema/index.ts';
import type { YamlSource } from './yaml-source.ts';

/** The text of an MDX file below its front matter. */
export interface Body {
  readonly text: string;
  /** The line of the file on which `text` begins. */
  readonly line: number;
}

/** One validated content file. */
export interface Entry<Data, Id extends string = string> {
  readonly id: Id;
  readonly file: string;
  readonly data: Data;
  /** For findings about single values. */
  readonly yaml: YamlSource;
}

export interface BodyEntry<Data, Id extends string = string> extends Entry<Data, Id> {
  readonly body: Body;
}

/** The path of a page without the slashes around it. */
export type HintedPage = `${'services' | 'compare'}/${string}` | 'glossary';

/** `<service>/<topic>`. */
export type NoteId = `${string}/${string}`;

export type ServiceEntry = BodyEntry<Service, ServiceSlug>;
export type NoteEntry = BodyEntry<Note, NoteId>;
export type ComparisonEntry = BodyEntry<Comparison, ComparisonSlug>;
export type QuotaEntry = Entry<QuotaFile, ServiceSlug>;
export type SearchHintsEntry = Entry<SearchHints, HintedPage>;

/** The body of a file whose front matter does not validate. */
export type FaultyBody = Pick<BodyEntry<unknown>, 'file' | 'body'>;

/** All of a content folder, each file valid by itself. */
export interface ContentEntries {
  readonly services: readonly ServiceEntry[];
  readonly notes: readonly NoteEntry[];
  readonly comparisons: readonly ComparisonEntry[];
  readonly quotas: readonly QuotaEntry[];
  readonly glossary: Entry<readonly Term[]> | undefined;
  readonly redirects: Entry<readonly Redirect[]> | undefined;
  readonly searchAliases: Entry<readonly SearchAliasGroup[]> | undefined;
  readonly searchHints: readonly SearchHintsEntry[];
  /** Paths ever published, one a line (`permalinks.txt`). */
  readonly published: readonly { readonly path: string; readonly line: number }[];
  /** Files that exist but do not validate. What refers to them is not reported as well. */
  readonly faulty: readonly string[];
  /** The bodies of faulty MDX files, so that their own faults are found in the same run. */
  readonly faultyBodies: readonly FaultyBody[];
}

/** The anchor of a note on its service's page: the last part of its id. */
export const topicOf = (id: NoteId): string => id.slice(id.indexOf('/') + 1);
