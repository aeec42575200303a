import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** What a first visit to a page loads before the reader does anything, in bytes as sent with Brotli. */
export interface PageBytes {
  readonly html: number;
  readonly css: number;
  readonly js: number;
}

const TAG = /<(link|script)\b[^>]*>/g;
const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\b${name}="?([^"\\s>]+)`).exec(tag)?.[1];

/** Weighs a built page with the style sheets and scripts that its HTML names, and the modules that these import. */
export async function weighPage(folder: string, page: string): Promise<PageBytes> {
  const html = await readFile(join(folder, page), 'utf8');
  const css = new Set<string>();
  const js = new Set<string>();
  for (const [tag, name] of html.matchAll(TAG)) {
    const rel = attribute(tag, 'rel');
    const url = attribute(tag, name === 'link' ? 'href' : 'src');
    if (!url?.startsWith('/')) continue;
    if (name === 'script' || rel === 'modulepreload') js.add(url);
    else if (rel === 'stylesheet') css.add(url);
  }
  for (const url of js) for (const imported of await importsOf(folder, url)) js.add(imported);
  const sum = async (urls: Iterable<string>) =>
    (await Promise.all([...urls].map(async (url) => brotli(await readFile(join(folder, url)))))).reduce(
      (total, bytes) => total + bytes,
      0,
    );
  return { html: brotli(Buffer.from(html)), css: await sum(css), js: await sum(js) };
}

/** Static imports only: what is imported on demand is not part of a first visit. */
async function importsOf(folder: string, url: string): Promise<string[]> {
  const text = await readFile(join(folder, url), 'utf8');
  return [
    ...text.matchAll(/(?:^|[;\n}])\s*(?:import|export)\s*(?:[\w*{}$,\s]+from\s*)?["'](\.[^"']+)["']/g),
  ].map(([, path = '']) => new URL(path, `http://x${url}`).pathname);
}

const brotli = (data: Buffer): number => brotliCompressSync(data).length;
