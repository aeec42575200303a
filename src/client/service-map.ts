/** What the reader looks at: one service and what it is related to, one kind of relation, or both. */
interface Focus {
  readonly service: string;
  readonly type: string;
}

/**
 * Lets the reader follow one service or one kind of relation through the picture of this page, and the table below it
 * if there is one. The choice is kept in the address, so that it can be shared.
 */
export function exploreMap(): void {
  const controls = document.querySelector<HTMLFormElement>('.map-controls');
  const picture = document.querySelector<HTMLElement>('[data-map]');
  if (controls && picture) follow(controls, picture);
}

function follow(controls: HTMLFormElement, picture: HTMLElement): void {
  const service = controls.querySelector<HTMLSelectElement>('[name=service]');
  const type = controls.querySelector<HTMLSelectElement>('[name=type]');
  const count = controls.querySelector('[data-count]');
  if (!type) return;
  const relations = [...document.querySelectorAll<HTMLElement | SVGElement>('[data-from][data-to]')];
  const nodes = [...picture.querySelectorAll<SVGElement>('[data-service]')];
  const chosen = (): Focus => ({ service: service?.value ?? '', type: type.value });

  controls.hidden = false;
  readAddress();
  showPointedAt();
  controls.addEventListener('change', () => {
    writeAddress(chosen());
    show(chosen());
  });
  addEventListener('popstate', () => {
    readAddress();
    show(chosen());
  });
  picture.addEventListener('pointerover', showPointedAt);
  picture.addEventListener('pointerleave', showPointedAt);

  function show({ service: slug, type: kind }: Focus): void {
    const related = new Set<string>([slug]);
    let shown = 0;
    for (const element of relations) {
      const { from = '', to = '', type: own = '' } = element.dataset;
      const fits = (slug === '' || from === slug || to === slug) && (kind === '' || own === kind);
      if (fits) for (const end of [from, to]) related.add(end);
      if (element instanceof HTMLElement) element.hidden = !fits;
      else if (element.classList.toggle('on', fits)) shown += 1;
    }
    const focused = slug !== '' || kind !== '';
    picture.classList.toggle('focused', focused);
    for (const node of nodes) node.classList.toggle('on', related.has(node.dataset['service'] ?? ''));
    if (count) count.textContent = String(shown);
  }

  /** The service below the pointer goes before the chosen one. */
  function showPointedAt(): void {
    const node = picture.querySelector<SVGElement>('[data-service]:hover');
    show({ ...chosen(), ...(node && { service: node.dataset['service'] ?? '' }) });
  }

  function readAddress(): void {
    const query = new URLSearchParams(location.search);
    for (const select of [service, type])
      if (select) {
        select.value = query.get(select.name) ?? '';
        if (select.selectedIndex < 0) select.value = '';
      }
  }

  function writeAddress(focus: Focus): void {
    const query = new URLSearchParams(Object.entries(focus).filter(([, value]) => value !== ''));
    const search = query.size > 0 ? `?${query}` : '';
    history.pushState(null, '', location.pathname + search + location.hash);
  }
}
