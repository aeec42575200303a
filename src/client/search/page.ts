import { searchText as text } from '../../components/search-strings.ts';
import { addressOf, readAddress } from './address.ts';
import { button, element } from './dom.ts';
import { BETWEEN_KEYS, onText } from './field.ts';
import { createFilters } from './filters.ts';
import { drawHit } from './hits.ts';
import { dropEngine, loadEngine } from './load-engine.ts';
import { countOf, drawAdvice, drawFailure, drawOtherWays } from './notices.ts';
import { rememberSearch } from './recent.ts';
import { createSession, type Answer, type Question } from './session.ts';

/** Pages shown at first, and added with each press of the button. */
const STEP = 10;
/** What an entry of the history keeps for the reader who comes back to it: results come too late for the browser. */
interface Place {
  readonly count: number;
  readonly top: number;
}

const form = document.querySelector<HTMLFormElement>('[data-search-page]');
const field = form?.querySelector<HTMLInputElement>('[data-search-field]');
if (form && field) runPage(form, field);

/**
 * The search page: its address holds the question. While the reader types, one entry of the history follows the text;
 * what was sent, chosen or arrived at gets an entry of its own.
 */
function runPage(controls: HTMLFormElement, input: HTMLInputElement): void {
  const status = element('p', { class: 'search-status', role: 'status' });
  const notices = element('div', { class: 'search-notices' });
  const list = element('ol', { class: 'search-results' });
  const more = button(text.more, () => void session.ask(question(), { count: (count += STEP) }));
  const filters = createFilters(() => go(question()));
  more.hidden = true;
  controls.hidden = false;
  controls.after(filters.bar, status, notices, list, more);
  let count = STEP;
  /** Where to scroll once the results are there. */
  let top: number | undefined;
  /** Whether the current entry of the history is a text that is still being typed. */
  let typing = false;

  const session = createSession({
    loadEngine,
    dropEngine,
    view: {
      showStart: () => show({ advice: [drawOtherWays()] }),
      showBusy: () => (status.textContent = text.searching),
      showAnswer(answer) {
        filters.offer(answer.outcome.facets);
        show({ said: countOf(answer), advice: drawAdvice(answer, go), answer });
        if (top !== undefined) scrollTo(0, top);
        top = undefined;
      },
      showFailure: (kind, retry) =>
        show({ said: text.failed[kind], advice: [drawFailure(kind, retry, () => location.reload())] }),
    },
  });

  const question = (): Question => ({ query: input.value, ...filters.read() });
  function ask(rest = 0, place?: Place | null): void {
    count = place?.count ?? STEP;
    top = place?.top;
    document.title = document.title.replace(
      /^(?:「.*」の)?/s,
      input.value.trim() && `「${input.value.trim()}」の`,
    );
    void session.ask(question(), { count, rest });
  }
  function go(next: Question): void {
    write(next);
    typing = false;
    if (addressOf(next) !== location.pathname + location.search) history.pushState(null, '', addressOf(next));
    ask();
  }
  function write({ query, ...chosen }: Question): void {
    input.value = query;
    filters.write(chosen);
  }
  interface Shown {
    readonly said?: string;
    readonly advice?: readonly HTMLElement[];
    readonly answer?: Answer;
  }
  function show({ said = '', advice = [], answer }: Shown): void {
    status.textContent = said;
    notices.replaceChildren(...advice);
    list.replaceChildren(
      ...(answer?.shown ?? []).map(({ hit, details }) => {
        const { head, links } = drawHit(hit, details);
        return element('li', {}, head, ...links);
      }),
    );
    filters.bar.hidden = answer === undefined;
    more.hidden = answer === undefined || answer.shown.length === answer.outcome.total;
  }

  function readLocation(): void {
    typing = false;
    write(readAddress(location.search));
    ask(0, history.state as Place | null);
  }
  onText(input, () => {
    const address = addressOf(question());
    if (typing) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
    typing = true;
    ask(BETWEEN_KEYS);
  });
  controls.addEventListener('submit', (event) => {
    event.preventDefault();
    rememberSearch(input.value);
    go(question());
  });
  // As soon as it is known: a page that is being left must not touch the history any more.
  const keepPlace = () => history.replaceState({ count, top: scrollY } satisfies Place, '');
  addEventListener('scrollend', keepPlace);
  list.addEventListener('click', () => {
    rememberSearch(input.value);
    keepPlace();
  });
  addEventListener('popstate', readLocation);
  readLocation();
  if (input.value === '') input.focus();
}
