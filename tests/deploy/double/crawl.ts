import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import type { Front } from './front.ts';

/** What one page needs from its own site (scripts, styles, pictures), and the pages of its own site that it links. */
export function findReferences(html: string): { readonly parts: string[]; readonly links: string[] } {
  const parts: string[] = [];
  const links: string[] = [];
  visit(fromHtml(html), 'element', ({ tagName, properties }: Element) => {
    const { src, href, content, property } = properties;
    if (tagName === 'a' && typeof href === 'string') links.push(href);
    else if (tagName === 'link' && typeof href === 'string') parts.push(href);
    else if (typeof src === 'string') parts.push(src);
    else if (property === 'og:image' && typeof content === 'string') parts.push(content);
  });
  const own = (addresses: readonly string[]) =>
    addresses.filter((address) => /^\/(?!\/)/.test(address)).map((address) => address.replace(/#.*$/, ''));
  return { parts: own(parts), links: own(links) };
}

/**
 * Walks the site from its home page as a reader would (one redirect is fine, two are not), and follows what the search
 * needs, too. Returns what is broken;
 * `pages` are the addresses that answered with a page.
 */
export async function crawl(front: Front): Promise<{ readonly pages: string[]; readonly broken: string[] }> {
  const pages: string[] = [];
  const broken: string[] = [];
  const queue = ['/'];
  const seen = new Set(queue);
  for (const address of queue) {
    const first = await front.get(address);
    const { status, body } = first.status === 301 ? await front.get(first.headers['location'] ?? '') : first;
    if (status !== 200) {
      broken.push(`${address} is ${status}`);
      continue;
    }
    pages.push(address);
    const { parts, links } = findReferences(body);
    broken.push(...(await checkParts(front, address, parts)));
    for (const link of links)
      if (!seen.has(link)) {
        seen.add(link);
        queue.push(link);
      }
  }
  broken.push(...(await checkSearch(front)));
  return { pages, broken };
}

/** The parts of a page that do not answer. */
export async function checkParts(front: Front, page: string, parts: readonly string[]): Promise<string[]> {
  const broken: string[] = [];
  for (const part of parts) {
    const { status } = await front.get(part);
    if (status !== 200) broken.push(`${part} of ${page} is ${status}`);
  }
  return broken;
}

async function checkSearch(front: Front): Promise<string[]> {
  const entry = await front.get('/pagefind/pagefind-entry.json');
  if (entry.status !== 200) return [`pagefind-entry.json is ${entry.status}`];
  return checkParts(front, 'the search', JSON.parse(entry.body) as string[]);
}
