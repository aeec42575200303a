import { nameCard, type Card } from '../cards/card.ts';
import { renderCard } from '../cards/render.ts';
import { ui } from '../components/strings.ts';
import { CATEGORY_LABELS, LIFECYCLE_LABELS } from '../model/labels.ts';
import { paths, type FIXED_PAGES } from '../model/paths.ts';
import type { SiteModel } from '../model/site.ts';
import { loadSite } from './collections.ts';
import { createDiskCache, reportDamage } from './disk-cache.ts';

/** What the cards of fixed pages say; that of the home page is the site's. */
const FIXED: Readonly<
  Record<Exclude<(typeof FIXED_PAGES)[number], typeof paths.home>, readonly [title: string, lead: string]>
> = {
  [paths.services]: [ui.nav.services, ui.servicesIndex.lead],
  [paths.comparisons]: [ui.nav.comparisons, ui.comparison.lead],
  [paths.quotas]: [ui.nav.quotas, ui.quota.lead],
  [paths.glossary]: [ui.nav.glossary, ui.glossary.lead],
  [paths.map]: [ui.nav.map, ui.map.lead],
  [paths.questions]: [ui.nav.questions, ui.questions.lead],
  [paths.headings]: [ui.nav.headings, ui.headings.lead],
  [paths.search]: [ui.search.open, ui.search.description],
  [paths.about]: [ui.nav.about, ui.description],
};

const cache = createDiskCache({
  folder: import.meta.env.CARD_CACHE,
  onDamage: reportDamage,
});

/** The card of a page by its path; a page without one of its own has the site's. */
export async function cardOf(path: string): Promise<Card> {
  return (
    (await loadCards()).get(path) ?? {
      ...PLAIN,
      title: ui.siteName,
      lead: ui.description,
      label: ui.tagline,
    }
  );
}

/** All cards by file name. */
export async function listCards(): Promise<ReadonlyMap<string, Card>> {
  const cards = [await cardOf(paths.home), ...(await loadCards()).values()];
  return new Map(cards.map((card) => [cardName(card), card]));
}

export const cardName = (card: Card): string => nameCard(card, import.meta.env.CARD_FINGERPRINT);

/** The picture of a card, drawn once for as long as neither its words nor the drawing code change. */
export async function readCard(name: string, card: Card): Promise<Uint8Array<ArrayBuffer>> {
  const stored = await cache.get(name);
  if (stored !== undefined) return Uint8Array.from(Buffer.from(stored, 'base64'));
  const picture = await renderCard(card);
  await cache.set(name, picture.toString('base64'));
  return Uint8Array.from(picture);
}

const PLAIN = { category: undefined, mark: undefined, siteName: ui.siteName } as const;

const derived = new WeakMap<SiteModel, ReadonlyMap<string, Card>>();

/** The cards by the path of their page, derived once for each derived site. */
async function loadCards(): Promise<ReadonlyMap<string, Card>> {
  const site = await loadSite();
  const cards = derived.get(site) ?? deriveCards(site);
  derived.set(site, cards);
  return cards;
}

function deriveCards({ services, comparisons }: SiteModel): ReadonlyMap<string, Card> {
  return new Map<string, Card>([
    ...Object.entries(FIXED).map(([path, [title, lead]]): [string, Card] => [
      path,
      { ...PLAIN, title, lead, label: ui.siteName },
    ]),
    ...services.map(({ path, title, data: { summary, category, lifecycle } }): [string, Card] => [
      path,
      {
        ...PLAIN,
        title,
        lead: summary,
        label: CATEGORY_LABELS[category],
        category,
        mark: lifecycle.status === 'active' ? undefined : LIFECYCLE_LABELS[lifecycle.status],
      },
    ]),
    ...comparisons.map(({ path, data: { title, summary } }): [string, Card] => [
      path,
      { ...PLAIN, title, lead: summary, label: ui.nav.comparisons },
    ]),
  ]);
}
