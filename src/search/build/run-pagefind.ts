import { createHash } from 'node:crypto';
import { close, createIndex, type IndexFile } from 'pagefind';
import { LANGUAGE, WITHIN, type TextWindow } from '../layout.ts';
import type { SearchPage } from '../pages/search-page.ts';
import type { StreamBlock } from './stream.ts';

/** Pagefind could not do its work. */
export class PagefindError extends Error {
  override readonly name = 'PagefindError';
}

/** One page to index. */
export interface IndexedPage {
  readonly page: SearchPage;
  readonly blocks: readonly StreamBlock[];
  readonly windows: readonly TextWindow[];
}

/**
 * Positions in one file of the index. Pagefind's own 20,000 makes a first query fetch three times as much; smaller
 * files make more requests.
 */
const CHUNK_SIZE = 4000;

/**
 * Has Pagefind index pages that hold nothing but words of our own making.
 *
 * @returns the files of the index; the name of each changes with its content and with what `windows` say
 */
export async function runPagefind(pages: readonly IndexedPage[]): Promise<IndexFile[]> {
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = String(CHUNK_SIZE);
  try {
    const { index, errors } = await createIndex({ forceLanguage: LANGUAGE });
    if (!index) throw new PagefindError(errors.join(' '));
    for (const page of pages) {
      const added = await index.addHTMLFile({ url: digestOf(page), content: toHtml(page) });
      if (added.errors.length > 0) throw new PagefindError(`${page.page.path}: ${added.errors.join(' ')}`);
    }
    const result = await index.getFiles();
    if (result.errors.length > 0) throw new PagefindError(result.errors.join(' '));
    return result.files;
  } catch (error) {
    throw error instanceof PagefindError ? error : new PagefindError(String(error), { cause: error });
  } finally {
    await close();
  }
}

/**
 * The address under which Pagefind files a page. It is part of what Pagefind's names are made from, so that they change
 * with what is shown and not only with what is indexed.
 */
export const digestOf = ({ page: { path }, windows }: IndexedPage): string =>
  `${path}?${createHash('sha256').update(JSON.stringify(windows)).digest('hex').slice(0, 16)}`;

/** Pagefind rounds down to whole steps. */
const weigh = (tag: string, weight: number, content: string): string =>
  `<${tag} data-pagefind-weight="${((weight + 0.5) / 24).toFixed(3)}">${content}</${tag}>`;

function toHtml({ blocks }: IndexedPage): string {
  const body = blocks.map(({ weight, words, within }) => {
    const inside = new Set(within);
    const marked = words.map((word, i) => (inside.has(i) ? weigh('span', weight - WITHIN, word) : word));
    return weigh('p', weight, marked.join(' '));
  });
  return ['<!doctype html><html><body data-pagefind-body>', ...body, '</body></html>'].join('\n');
}
