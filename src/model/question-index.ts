import type { Category } from '../schema/index.ts';
import type { ComparisonPage } from './comparison-page.ts';
import type { PageLink, ServicePage } from './service-page.ts';

/** The questions about one service, each with the place that answers it. */
export interface AskedService {
  readonly service: PageLink;
  readonly questions: readonly PageLink[];
}

export interface QuestionGroup {
  readonly category: Category;
  readonly services: readonly AskedService[];
}

/**
 * What the site answers, by category and service, in the order of the pages. A comparison stands with the service that
 * it names first.
 */
export function deriveQuestionIndex(
  categories: readonly { readonly category: Category; readonly services: readonly ServicePage[] }[],
  comparisons: readonly ComparisonPage[],
): QuestionGroup[] {
  const compared = Map.groupBy(comparisons, ({ data }) => data.services[0]);
  return categories.flatMap(({ category, services }): QuestionGroup[] => {
    const asked = services.flatMap((page): AskedService[] => {
      const answers = [
        ...page.notes,
        ...(compared.get(page.slug) ?? []).map(({ path, data }) => ({ path, questions: data.questions })),
      ];
      const questions = answers.flatMap((answer) =>
        answer.questions.map((title): PageLink => ({ title, path: answer.path })),
      );
      return questions.length > 0
        ? [{ service: { title: page.data.shortName, path: page.path }, questions }]
        : [];
    });
    return asked.length > 0 ? [{ category, services: asked }] : [];
  });
}
