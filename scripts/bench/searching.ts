import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { createEngine } from '../../src/search/engine/index.ts';
import { NOUNS } from './words.ts';

export interface SearchFigures {
  /** Bytes that a first query loads besides the program, as sent; median over several queries. */
  readonly firstQuery: number;
  /** Bytes of the query after that. */
  readonly nextQuery: number;
}

/** As many results as a reader sees at once. */
const VISIBLE = 8;

/** Searches a built site from a cold start with each of the sample words, then for another word. */
export async function weighSearch(output: string): Promise<SearchFigures> {
  const first: number[] = [];
  const next: number[] = [];
  for (const [i, word] of NOUNS.entries()) {
    let sent = 0;
    const load = async (url: string): Promise<Response> => {
      const data = await readFile(join(output, url));
      sent += /\.json$/.test(url) ? brotliCompressSync(data).length : data.length;
      return new Response(data);
    };
    const engine = await createEngine({ base: '/', fetch: load });
    const ask = async (query: string) => {
      const { results } = await engine.search(query);
      await Promise.all(results.slice(0, VISIBLE).map((hit) => hit.load()));
    };
    await ask(word);
    first.push(sent);
    await ask(NOUNS[(i + 1) % NOUNS.length] ?? word);
    next.push(sent - (first.at(-1) ?? 0));
  }
  return { firstQuery: median(first), nextQuery: median(next) };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
