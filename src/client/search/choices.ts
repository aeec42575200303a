/** The list below the field: one of its options is active while the focus stays in the field (ARIA combobox). */
export interface Choices {
  /** Takes over the options that the list now holds; the first becomes active if asked. */
  update(activateFirst: boolean): void;
  /** Makes the next (1) or previous (-1) option active; beyond the ends it goes round. */
  move(step: 1 | -1): void;
  readonly active: HTMLElement | undefined;
}

export function createChoices(field: HTMLInputElement, list: HTMLElement): Choices {
  let options: HTMLElement[] = [];
  let active: HTMLElement | undefined;

  function activate(option: HTMLElement | undefined): void {
    active?.setAttribute('aria-selected', 'false');
    active = option;
    active?.setAttribute('aria-selected', 'true');
    if (active) field.setAttribute('aria-activedescendant', active.id);
    else field.removeAttribute('aria-activedescendant');
  }

  list.addEventListener('pointermove', (event) => {
    const option = event.target instanceof Element && event.target.closest<HTMLElement>('[role=option]');
    if (option && option !== active) activate(option);
  });

  return {
    get active() {
      return active;
    },
    update(activateFirst) {
      options = [...list.querySelectorAll<HTMLElement>('[role=option]')];
      options.forEach((option, i) => {
        option.id = `search_option_${i}`;
        option.setAttribute('aria-selected', 'false');
      });
      field.setAttribute('aria-expanded', String(options.length > 0));
      activate(activateFirst ? options[0] : undefined);
    },
    move(step) {
      const at = active ? options.indexOf(active) + step : step > 0 ? 0 : -1;
      const option = options.at(at % options.length);
      if (!option) return;
      activate(option);
      option.scrollIntoView({ block: 'nearest' });
    },
  };
}
