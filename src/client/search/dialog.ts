import { href } from '../../components/href.ts';
import { searchText as text } from '../../components/search-strings.ts';
import { paths } from '../../model/paths.ts';
import { addressOf } from './address.ts';
import { createChoices } from './choices.ts';
import { button, element } from './dom.ts';
import { BETWEEN_KEYS, isComposing, onText } from './field.ts';
import { createFilters } from './filters.ts';
import { drawHits, drawStart } from './listbox.ts';
import { dropEngine, loadEngine } from './load-engine.ts';
import { loadStyles } from './load-styles.ts';
import { countOf, drawAdvice, drawFailure } from './notices.ts';
import { forgetSearches, rememberSearch } from './recent.ts';
import { createSession, type Question } from './session.ts';

/** Pages shown in the dialog; the search page has them all. */
const SHOWN = 8;

let open: ((query?: string) => void) | undefined;

// Whoever loads the dialog is about to open it.
void loadStyles().catch(() => undefined);

/**
 * Opens the search above the page.
 *
 * @param readQuery what to search for at once, asked when the dialog is there; '' leaves the last question
 * @throws {Error} when its style sheet cannot be had
 */
export async function openSearch(readQuery: () => string | undefined): Promise<void> {
  void loadEngine().catch(() => undefined);
  await loadStyles();
  (open ??= createDialog())(readQuery());
}

function createDialog(): (query?: string) => void {
  const field = element('input', {
    ...{ type: 'text', name: 'q', role: 'combobox', placeholder: text.placeholder, 'aria-label': text.label },
    ...{ autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', enterkeyhint: 'search' },
    ...{ 'aria-autocomplete': 'list', 'aria-controls': 'search_list', 'aria-expanded': 'false' },
  });
  const list = element('div', { id: 'search_list', role: 'listbox', 'aria-label': text.results });
  const status = element('p', { class: 'search-status', role: 'status' });
  const notices = element('div', { class: 'search-notices' });
  const after = element('div', { class: 'search-after' });
  const choices = createChoices(field, list);
  const filters = createFilters(() => ask());
  const box = element(
    'form',
    { class: 'search-box', action: href(paths.search) },
    field,
    button(text.close, () => dialog.close(), 'search-close'),
  );
  const dialog = element(
    'dialog',
    { class: 'search-dialog', 'aria-label': text.label, closedby: 'any' },
    box,
    filters.bar,
    element('div', { class: 'search-body' }, status, notices, list, after),
    drawKeys(),
  );
  document.body.append(dialog);

  const session = createSession({
    loadEngine,
    dropEngine,
    view: {
      showStart: () => show({ options: drawStart() }),
      showBusy: () => (status.textContent = text.searching),
      showAnswer(answer) {
        filters.offer(answer.outcome.facets);
        show({
          said: countOf(answer),
          options: drawHits(answer, addressOf(answer.question)),
          advice: drawAdvice(answer, askFor),
        });
      },
      showFailure(kind, retry) {
        const reload = () => location.assign(addressOf(question()));
        show({ said: text.failed[kind], advice: [drawFailure(kind, retry, reload)] });
      },
    },
  });

  const question = (): Question => ({ query: field.value, ...filters.read() });
  function ask(query = field.value): void {
    field.value = query;
    void session.ask(question(), { count: SHOWN, rest: BETWEEN_KEYS });
  }
  function askFor({ query, ...chosen }: Question): void {
    filters.write(chosen);
    field.focus();
    ask(query);
  }
  interface Shown {
    readonly said?: string;
    readonly options?: readonly HTMLElement[];
    readonly advice?: readonly HTMLElement[];
  }
  function show({ said = '', options = [], advice = [] }: Shown): void {
    const asked = field.value.trim() !== '';
    dialog.classList.toggle('asked', asked);
    status.textContent = said;
    notices.replaceChildren(...advice);
    list.replaceChildren(...options);
    after.replaceChildren(
      ...(!asked && list.querySelector('[data-query]') ? [button(text.forget, forget)] : []),
    );
    choices.update(asked);
    list.parentElement?.scrollTo(0, 0);
  }
  function forget(): void {
    forgetSearches();
    field.focus();
    ask();
  }

  onText(field, () => ask());
  box.addEventListener('submit', (event) => event.preventDefault());
  field.addEventListener('keydown', (event) => {
    if (isComposing(event)) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
      choices.move(event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Enter') follow(event);
    else return;
    event.preventDefault();
  });
  /** As a click on the option with the same keys held: ⌘ or Ctrl opens it in another tab. */
  function follow({ ctrlKey, metaKey, shiftKey }: KeyboardEvent): void {
    choices.active?.dispatchEvent(
      new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }),
    );
  }
  list.addEventListener('click', (event) => {
    const option = event.target instanceof Element && event.target.closest<HTMLElement>('[role=option]');
    if (!option) return;
    if (option.dataset['query'] !== undefined) return ask(option.dataset['query']);
    rememberSearch(field.value);
    // A section of this very page: the page stays, so the dialog must go.
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) dialog.close();
  });
  // Where `closedby` is not known, a click beside the dialog reaches the dialog itself.
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  dialog.addEventListener('close', () => session.stop());

  return (query) => {
    if (!dialog.open) dialog.showModal();
    field.focus();
    if (query) field.value = query;
    else field.select();
    ask();
  };
}

/** Which keys do what, for eyes: screen readers know them from the field's role. */
function drawKeys(): HTMLElement {
  const keys = [
    ['↑↓', text.keys.move],
    ['Enter', text.keys.open],
    ['Esc', text.keys.close],
  ] as const;
  return element(
    'p',
    { class: 'search-keys', 'aria-hidden': 'true' },
    ...keys.map(([key, does]) => element('span', {}, element('kbd', {}, key), ` ${does}`)),
  );
}
