import type { Preview } from '../model/previews.ts';

type Previews = Readonly<Record<string, Omit<Preview, 'path'>>>;

/** A link in the text or in a picture. */
type Link = HTMLAnchorElement | SVGAElement;

/** How long a pointer rests on a link before the reader is taken to mean it. */
const REST = 250;

let loading: Promise<Previews> | undefined;

/**
 * Shows what a linked service or term is, when its link is pointed at or reached by keyboard. Nothing on the page
 * moves. The card stays while it is pointed at and goes with Escape (WCAG 1.4.13).
 *
 * @param first the event by which the first link was reached
 */
export function showPreviews(first: Event): void {
  const source = document.body.dataset['previews'];
  if (!source) return;
  const card = document.createElement('div');
  card.className = 'preview';
  card.id = 'preview_card';
  card.hidden = true;
  card.setAttribute('role', 'tooltip');
  document.body.append(card);
  let link: Link | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const isOver = (event: Event): Link | undefined =>
    event.target instanceof Element
      ? (event.target.closest<Link>('main a:not(.anchor)') ?? undefined)
      : undefined;
  const enter = (event: Event) => {
    if (event instanceof PointerEvent && event.pointerType !== 'mouse') return;
    const entered = isOver(event);
    if (!entered || entered === link) return;
    clearTimeout(timer);
    timer = setTimeout(() => void show(entered), REST);
  };
  const leave = (event: PointerEvent | FocusEvent) => {
    const to = event.relatedTarget;
    if (to instanceof Node && (card.contains(to) || link?.contains(to))) return;
    clearTimeout(timer);
    timer = setTimeout(hide, REST);
  };

  document.addEventListener('pointerover', enter);
  document.addEventListener('pointerout', leave);
  document.addEventListener('focusin', enter);
  document.addEventListener('focusout', leave);
  card.addEventListener('pointerover', () => clearTimeout(timer));
  document.addEventListener('keydown', (event) => event.key === 'Escape' && hide());
  // A preview that is still to come stays awaited: reaching a link by keyboard scrolls to it.
  addEventListener('scroll', () => link && hide(), { passive: true });
  enter(first);

  async function show(target: Link): Promise<void> {
    const previews = await (loading ??= load(source ?? ''));
    const { pathname, hash } = new URL(target.getAttribute('href') ?? '', location.href);
    const preview = previews[pathname + hash];
    // The pointer may have left while the program was on its way.
    if (!preview || !target.matches(':hover, :focus')) return;
    hide();
    link = target;
    const title = document.createElement('strong');
    title.textContent = preview.title;
    const text = document.createElement('p');
    text.textContent = preview.text;
    card.replaceChildren(title, text);
    card.hidden = false;
    place(card, target);
    target.setAttribute('aria-describedby', card.id);
  }

  function hide(): void {
    clearTimeout(timer);
    card.hidden = true;
    link?.removeAttribute('aria-describedby');
    link = undefined;
  }
}

async function load(url: string): Promise<Previews> {
  try {
    const response = await fetch(url);
    return response.ok ? ((await response.json()) as Previews) : {};
  } catch {
    loading = undefined;
    return {};
  }
}

/** Under the link, or above it when there is no room; never beyond the edge of the window. */
function place(card: HTMLElement, target: Link): void {
  const [box] = target.getClientRects();
  if (!box) return;
  const { offsetWidth: width, offsetHeight: height } = card;
  const below = box.bottom + 6;
  const top = below + height > innerHeight ? box.top - height - 6 : below;
  card.style.top = `${Math.max(8, top)}px`;
  card.style.left = `${Math.max(8, Math.min(box.left, document.documentElement.clientWidth - width - 8))}px`;
}
