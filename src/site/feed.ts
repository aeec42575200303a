import { Feed } from 'feed';
import { ui } from '../components/strings.ts';
import { paths } from '../model/paths.ts';
import { loadSite } from './collections.ts';
import { urlTo } from './urls.ts';

/** How many notes the feed carries. */
const LENGTH = 50;

/** Notes that are new or were newly compared with their sources, the latest first. */
export async function createFeed(): Promise<Feed> {
  const { recent } = await loadSite();
  const dateOf = (day: string) => new Date(`${day}T00:00:00Z`);
  const feed = new Feed({
    title: ui.siteName,
    description: ui.description,
    id: urlTo(paths.home),
    link: urlTo(paths.home),
    language: 'ja',
    copyright: ui.license,
    feedLinks: { atom: urlTo(paths.atom), rss: urlTo(paths.rss) },
    // The newest note, not the moment of the build: the same content gives the same bytes.
    updated: dateOf(recent[0]?.checked ?? '2000-01-01'),
  });
  for (const { title, path, checked, lead } of recent.slice(0, LENGTH))
    feed.addItem({
      title: toHtml(title),
      id: urlTo(path),
      link: urlTo(path),
      description: toHtml(lead),
      date: dateOf(checked),
    });
  return feed;
}

/** Feeds hold HTML, the words of notes are text. References by number are what readers of RSS know best. */
const toHtml = (text: string): string =>
  text.replaceAll(/[&<>]/g, (sign) => `&#x${sign.charCodeAt(0).toString(16)};`);
