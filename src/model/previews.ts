import { LIFECYCLE_LABELS } from './labels.ts';
import { paths } from './paths.ts';
import type { SiteModel } from './site.ts';

/** What a reader is shown of a link before following it. */
export interface Preview {
  readonly path: string;
  readonly title: string;
  readonly text: string;
}

/** Previews of all services and terms. */
export const derivePreviews = ({ services, glossary }: SiteModel): Preview[] => [
  ...services.map(({ path, title, data }) => {
    const { status } = data.lifecycle;
    const mark = status === 'active' ? '' : `【${LIFECYCLE_LABELS[status]}】`;
    return { path, title, text: `${mark}${data.summary}` };
  }),
  ...glossary.map(({ id, term, definition }) => ({ path: paths.term(id), title: term, text: definition })),
];
