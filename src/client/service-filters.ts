/**
 * Narrows the list of services by a word, a category and a state, as the reader types. The choice is kept in the address,
 * so that it can be shared and the way back leads to it.
 */
const form = document.querySelector<HTMLFormElement>('[data-filters]');
if (form) filterServices(form);

function filterServices(controls: HTMLFormElement): void {
  const sections = [...document.querySelectorAll<HTMLElement>('[data-category]')];
  const none = controls.querySelector<HTMLElement>('[data-none]');
  controls.hidden = false;
  controls.addEventListener('submit', (event) => event.preventDefault());
  controls.addEventListener('input', apply);
  controls.addEventListener('change', writeAddress);
  readAddress();
  apply();

  function readAddress(): void {
    for (const [name, value] of new URLSearchParams(location.search)) {
      const field = controls.elements.namedItem(name);
      if (field instanceof HTMLInputElement) field.value = value;
      else if (
        field instanceof HTMLSelectElement &&
        [...field.options].some((option) => option.value === value)
      )
        field.value = value;
    }
  }

  function writeAddress(): void {
    const chosen = [...new FormData(controls)].filter(([, value]) => value !== '');
    const query = new URLSearchParams(chosen as [string, string][]);
    history.replaceState(null, '', location.pathname + (query.size > 0 ? `?${query}` : '') + location.hash);
  }

  function apply(): void {
    const wanted = new FormData(controls);
    const word = normalize(String(wanted.get('word') ?? ''));
    const category = String(wanted.get('category') ?? '');
    const status = String(wanted.get('status') ?? '');
    let found = 0;
    for (const section of sections) {
      let inSection = 0;
      for (const item of section.querySelectorAll<HTMLElement>('[data-status]')) {
        const fits =
          (category === '' || section.dataset['category'] === category) &&
          (status === '' || item.dataset['status'] === status) &&
          (word === '' || normalize(item.textContent ?? '').includes(word));
        item.hidden = !fits;
        if (fits) inSection += 1;
      }
      section.hidden = inSection === 0;
      found += inSection;
    }
    if (none) none.hidden = found > 0;
  }
}

/** Width, case and the long-vowel mark do not matter here. */
function normalize(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\sー]/g, '');
}
