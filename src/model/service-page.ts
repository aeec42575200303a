import { topicOf } from '../content/entries.ts';
import type { Service, ServiceSlug, Source } from '../schema/index.ts';
import type { Backlink } from './backlinks.ts';
import { paths } from './paths.ts';
import type { QuotaRow } from './quotas.ts';
import { groupRelations, type RelatedService, type RelationEdge } from './relations.ts';
import type { PageInput, SiteInput } from './site-input.ts';

/** A link to a page of this site. */
export interface PageLink {
  readonly title: string;
  readonly path: string;
}

/** One note, as a section of its service's page. */
export interface NoteSection {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  readonly bodyKey: string;
  readonly tags: readonly string[];
  /** What a reader asks to whom this note is the answer. */
  readonly questions: readonly string[];
  readonly checked: string | undefined;
  readonly imported: boolean;
  /** Its first sentences. */
  readonly lead: string;
  readonly headings: readonly { readonly id: string; readonly text: string }[];
  /** Its sources, as numbers of the page's list. */
  readonly sources: readonly number[];
}

/** A source, with the notes that stand on it. */
export interface CitedSource extends Source {
  readonly checked: string | undefined;
}

/** All that the page of one service shows. */
export interface ServicePage {
  readonly slug: ServiceSlug;
  readonly path: string;
  /** The official name, with the short one where that is not part of it: 「Amazon Elastic Container Service（ECS）」. */
  readonly title: string;
  readonly data: Service;
  readonly overviewKey: string;
  readonly overviewHeadings: NoteSection['headings'];
  readonly notes: readonly NoteSection[];
  readonly quotas: readonly QuotaRow[];
  /** Those that name this service first, then those of the fewest services: they say most about this one. */
  readonly comparisons: readonly PageLink[];
  readonly outgoing: readonly RelatedService[];
  readonly incoming: readonly RelatedService[];
  readonly backlinks: readonly Backlink[];
  readonly sources: readonly CitedSource[];
  /** The day on which the oldest checked note was checked. */
  readonly checked: string | undefined;
  /** The last day on which anything of the page was looked at. */
  readonly modified: string;
  readonly successors: readonly PageLink[];
  readonly previous: PageLink | undefined;
  readonly next: PageLink | undefined;
}

/** Everything of the site that a service page picks its own part from. */
export interface ServiceSurroundings {
  readonly notes: ReadonlyMap<ServiceSlug, SiteInput['notes']>;
  readonly comparisons: SiteInput['comparisons'];
  readonly quotas: readonly QuotaRow[];
  readonly relations: readonly RelationEdge[];
  readonly backlinks: ReadonlyMap<string, readonly Backlink[]>;
  /** The services in the order of the site. */
  readonly order: readonly PageInput<Service, ServiceSlug>[];
}

export function deriveServicePage(
  service: PageInput<Service, ServiceSlug>,
  { notes: allNotes, comparisons, quotas, relations, backlinks, order }: ServiceSurroundings,
): ServicePage {
  const { id: slug, data, body } = service;
  const path = paths.service(slug);
  const notes = (allNotes.get(slug) ?? []).toSorted(
    (a, b) => a.data.order - b.data.order || (a.id < b.id ? -1 : 1),
  );
  const nameOf = (other: ServiceSlug) => order.find(({ id }) => id === other)?.data.shortName ?? other;
  const sources = citeSources(notes);
  const peers = order.filter((other) => other.data.category === data.category);
  const at = peers.findIndex((other) => other.id === slug);
  return {
    slug,
    path,
    title: data.name.includes(data.shortName) ? data.name : `${data.name}（${data.shortName}）`,
    data,
    overviewKey: body.key,
    overviewHeadings: headingsOf(service),
    notes: notes.map((note) => ({
      id: topicOf(note.id),
      title: note.data.title,
      path: paths.note(note.id),
      bodyKey: note.body.key,
      tags: note.data.tags,
      questions: note.data.questions,
      checked: note.data.checked,
      imported: note.data.imported !== undefined,
      lead: note.body.outline.lead,
      headings: headingsOf(note),
      sources: note.data.sources.map(({ url }) => sources.findIndex((source) => source.url === url) + 1),
    })),
    quotas: quotas.filter((row) => row.service === slug),
    comparisons: comparisons
      .filter((comparison) => comparison.data.services.includes(slug))
      .toSorted(
        ({ id: a, data: { services: ofA } }, { id: b, data: { services: ofB } }) =>
          Number(ofB[0] === slug) - Number(ofA[0] === slug) || ofA.length - ofB.length || (a < b ? -1 : 1),
      )
      .map(({ id, data: { title } }) => ({ title, path: paths.comparison(id) })),
    outgoing: groupRelations(
      relations.filter(({ from }) => from === slug),
      'to',
      nameOf,
    ),
    incoming: groupRelations(
      relations.filter(({ to }) => to === slug),
      'from',
      nameOf,
    ),
    backlinks: backlinks.get(path) ?? [],
    sources,
    checked: notes
      .flatMap((note) => note.data.checked ?? [])
      .toSorted()
      .at(0),
    modified:
      [data.updated, ...notes.flatMap((note) => note.data.checked ?? [])].toSorted().at(-1) ?? data.updated,
    successors: data.lifecycle.successor.flatMap((other) => linkTo(order.find(({ id }) => id === other))),
    previous: linkTo(peers[at - 1])[0],
    next: linkTo(peers[at + 1])[0],
  };
}

/** The headings that people link to: level 3, with an id. */
const headingsOf = ({ body }: { body: PageInput<unknown, string>['body'] }): NoteSection['headings'] =>
  body.outline.headings.flatMap(({ depth, id, text }) =>
    depth === 3 && id !== undefined ? [{ id, text }] : [],
  );

const linkTo = (service: PageInput<Service, ServiceSlug> | undefined): PageLink[] =>
  service ? [{ title: service.data.shortName, path: paths.service(service.id) }] : [];

/** Each source once, official ones first, with the earliest day on which it was compared. */
function citeSources(notes: SiteInput['notes']): CitedSource[] {
  const cited = new Map<string, CitedSource>();
  for (const { data } of notes)
    for (const source of data.sources) {
      const known = cited.get(source.url);
      const days = [known?.checked, data.checked].filter((day) => day !== undefined).toSorted();
      cited.set(source.url, { ...(known ?? source), checked: days[0] });
    }
  return [...cited.values()].toSorted((a, b) => rank(a) - rank(b));
}

const rank = ({ kind }: Source): number => (kind === 'official' ? 0 : 1);
