import type { ComparisonPage } from './comparison-page.ts';
import { CATEGORY_LABELS, SECTION_LABELS } from './labels.ts';
import { FIXED_PAGES, paths } from './paths.ts';
import type { ServicePage } from './service-page.ts';
import type { SiteModel } from './site.ts';

/** A page with the day on which it last changed, for sitemaps. */
export interface DatedPage {
  readonly path: string;
  readonly modified: string | undefined;
}

/** The pages that search engines may list. */
export function listPages({ services, comparisons }: SiteModel): DatedPage[] {
  const newest = services
    .map(({ modified }) => modified)
    .toSorted()
    .at(-1);
  return [
    ...FIXED_PAGES.map((path) => ({ path, modified: newest })),
    ...services.map(({ path, modified }) => ({ path, modified })),
    ...comparisons.map(({ path, data }) => ({ path, modified: data.checked })),
  ];
}

/** Bodies of a page as plain Markdown: the overview, then the notes in order. */
export interface PlainBodies {
  readonly overview: string;
  readonly notes: readonly string[];
}

/** A service page as plain Markdown. */
export function writeServiceMarkdown(
  service: ServicePage,
  bodies: PlainBodies,
  urlTo: (path: string) => string,
): string {
  const { title, path, data, notes, quotas, sources } = service;
  const section = (heading: string, body: string) => (body.trim() ? [`## ${heading}`, body.trim()] : []);
  return [
    `# ${title}`,
    `> ${data.summary}`,
    `${urlTo(path)} · ${CATEGORY_LABELS[data.category]} · ${service.modified}`,
    ...section(SECTION_LABELS.overview, bodies.overview),
    ...notes.flatMap((note, i) =>
      section(note.title, [...ask(note.questions), bodies.notes[i] ?? ''].join('\n\n')),
    ),
    ...section(
      SECTION_LABELS.quotas,
      quotas
        .map(({ quota, label }) => `- ${quota.name}: ${label}${quota.scope ? `（${quota.scope}）` : ''}`)
        .join('\n'),
    ),
    ...section(
      SECTION_LABELS.sources,
      sources.map((source) => `- [${source.title}](${source.url})`).join('\n'),
    ),
    '',
  ].join('\n\n');
}

/** What the text below is the answer to. */
const ask = (questions: readonly string[]): string[] =>
  questions.length > 0 ? [`こんなときに: ${questions.join('／')}`] : [];

/** A comparison as plain Markdown. */
export const writeComparisonMarkdown = (
  { path, data }: ComparisonPage,
  body: string,
  urlTo: (path: string) => string,
): string =>
  [
    `# ${data.title}`,
    `> ${data.summary}`,
    `${urlTo(path)} · ${data.checked}`,
    `**結論**: ${data.recommendation}`,
    ...ask(data.questions),
    body.trim(),
    `## ${SECTION_LABELS.sources}`,
    data.sources.map((source) => `- [${source.title}](${source.url})`).join('\n'),
    '',
  ].join('\n\n');

/** The table of contents of the site for programs (https://llmstxt.org/). */
export function writeLlmsIndex(
  { categories, comparisons }: SiteModel,
  { name, description }: { name: string; description: string },
  urlTo: (path: string) => string,
): string {
  return [
    `# ${name}`,
    `> ${description}`,
    ...categories.flatMap(({ category, services }) => [
      `## ${CATEGORY_LABELS[category]}`,
      services
        .map(
          ({ slug, title, data }) => `- [${title}](${urlTo(paths.serviceMarkdown(slug))}): ${data.summary}`,
        )
        .join('\n'),
    ]),
    '## 比較',
    comparisons
      .map(({ slug, data }) => `- [${data.title}](${urlTo(paths.comparisonMarkdown(slug))}): ${data.summary}`)
      .join('\n'),
    '',
  ].join('\n\n');
}
