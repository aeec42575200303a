import { close, createIndex, type IndexFile } from 'pagefind';
import type { TextWindow } from '../layout.ts';
import type { SearchPage } from '../pages/search-page.ts';
import { weighWords, type StreamBlock } from './stream.ts';

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

/** Pagefind files a site under the language that it is told; ours has none, since it sees no words of any language. */
const LANGUAGE = 'unknown';

/**
 * Positions in one file of the index. On a site of 190 pages, one question in twenty fetches 35 KB of the index with 1,000
 * and 93 KB with 4,000; Pagefind's own number is 20,000. A site of few pages gets larger files: a few questions read all
 * of them, and fewer requests then weigh more than bytes.
 */
const CHUNK_SIZE = { small: 2500, large: 1000 } as const;
/** So many pages make a site large. */
const LARGE = 50;

/** Has Pagefind index pages that hold nothing but words of our own making. */
export async function runPagefind(pages: readonly IndexedPage[]): Promise<IndexFile[]> {
  const size = pages.length < LARGE ? CHUNK_SIZE.small : CHUNK_SIZE.large;
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = String(size);
  try {
    const { index, errors } = await createIndex({ forceLanguage: LANGUAGE });
    if (!index) throw new PagefindError(errors.join(' '));
    for (const page of pages) {
      const added = await index.addHTMLFile({ url: page.page.path, content: toHtml(page) });
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

/** Pagefind rounds down to whole steps. */
const weigh = (tag: string, weight: number, content: string): string =>
  `<${tag} data-pagefind-weight="${((weight + 0.5) / 24).toFixed(3)}">${content}</${tag}>`;

function toHtml({ blocks }: IndexedPage): string {
  const body = blocks.map((block) => {
    const weights = weighWords(block);
    const marked = block.words.map((word, i) => {
      const weight = weights[i] ?? 0;
      return weight === block.weight ? word : weigh('span', weight, word);
    });
    return weigh('p', block.weight, marked.join(' '));
  });
  return ['<!doctype html><html><body data-pagefind-body>', ...body, '</body></html>'].join('\n');
}
