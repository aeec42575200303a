import { searchText as text } from '../../components/search-strings.ts';
import { href } from '../../components/href.ts';
import { paths } from '../../model/paths.ts';
import { button, element } from './dom.ts';
import type { Answer, FailureKind, Question } from './session.ts';

/** How many pages were found, as a sentence for eyes and screen readers alike. */
export function countOf({ question, outcome }: Answer): string {
  if (outcome.total === 0) return text.nothing(question.query.trim());
  return outcome.approximate ? text.nearCount(outcome.total) : text.count(outcome.total);
}

/** What is said beside the results: another spelling, and what to try when nothing was found. */
export function drawAdvice(answer: Answer, ask: (question: Question) => void): HTMLElement[] {
  const { question, outcome } = answer;
  const notices: HTMLElement[] = [];
  const suggestion = outcome.suggestion && inSiteLetters(outcome.suggestion, answer);
  if (suggestion)
    notices.push(
      element(
        'p',
        { class: 'search-suggestion' },
        `${text.didYouMean}: `,
        button(suggestion, () => ask({ ...question, query: suggestion }), 'search-link'),
      ),
    );
  if (outcome.total > 0) return notices;
  const filtered = question.category !== '' || question.kind !== '';
  if (filtered) notices.push(button(text.withoutFilters, () => ask({ ...question, category: '', kind: '' })));
  return [
    ...notices,
    element('ul', { class: 'search-advice' }, ...text.advice.map((line) => element('li', {}, line))),
    drawOtherWays(),
  ];
}

/** Words as the pages that were found write them: the index knows no capitals. */
const inSiteLetters = (words: string, { shown }: Answer): string => {
  const marks = shown
    .flatMap(({ details }) => details.sections.flatMap(({ heading, excerpt }) => [...heading, ...excerpt]))
    .filter(({ marked }) => marked);
  return words.replace(
    /\w+/g,
    (word) => marks.find(({ text }) => text.toLowerCase() === word.toLowerCase())?.text ?? word,
  );
};

/** The indexes, where the search cannot help. */
export const drawOtherWays = (): HTMLElement =>
  element(
    'p',
    {},
    element('a', { href: href(paths.questions) }, text.questions),
    '・',
    element('a', { href: href(paths.headings) }, text.headings),
  );

/** The way out when there is no answer: another try, or the page anew where a try cannot help. */
export function drawFailure(kind: FailureKind, retry: () => void, reload: () => void): HTMLElement {
  return element(
    'div',
    { class: 'search-failure' },
    kind === 'stale' || kind === 'program' ? button(text.reload, reload) : button(text.retry, retry),
    drawOtherWays(),
  );
}
