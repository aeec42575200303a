import { createHash } from 'node:crypto';

/** A file of a build: its path inside the build, and a digest of its bytes. */
export interface HashedFile {
  readonly path: string;
  readonly sha256: string;
}

/** What the service worker of a release keeps, as paths below the site's base. */
export interface OfflineList {
  /** From the start: whatever any page needs, and the page for when there is none. */
  readonly shell: readonly string[];
  /** Once the search was used: all of its files in one (see `packFiles`). They are more than a thousand. */
  readonly index: string;
}

/** The home page, where an installed site starts, and the page that is shown for an address that is not kept. */
const PAGES = ['index.html', 'offline/index.html'];
const SHELL = /^(?:_astro\/.*|favicon\.svg|icon-192\.png|manifest\.webmanifest|previews\.json)$/;

/** Picks what is kept from the files of a build; `index` is where the pack of the search is. */
export function listOffline(files: readonly HashedFile[], index: string): OfflineList {
  const paths = files.map(({ path }) => path).sort();
  return {
    shell: [
      ...paths.filter((path) => PAGES.includes(path)).map((path) => path.replace(/index\.html$/, '')),
      ...paths.filter((path) => SHELL.test(path)),
    ],
    index,
  };
}

/** Whether a file belongs to the search. */
export const isIndex = ({ path }: { readonly path: string }): boolean => path.startsWith('pagefind/');

/** Files in one JSON text, by path: `texts` as they are, `parts` (bytes that are no text) in Base64. */
export function packFiles(files: readonly { readonly path: string; readonly body: Buffer }[]): string {
  const pack: Record<'texts' | 'parts', Record<string, string>> = { texts: {}, parts: {} };
  for (const { path, body } of files)
    if (path.endsWith('.json')) pack.texts[path] = body.toString('utf8');
    else pack.parts[path] = body.toString('base64');
  return JSON.stringify(pack);
}

/** A name for these very files; it changes when any of them does. */
export function nameRelease(files: readonly HashedFile[]): string {
  const hash = createHash('sha256');
  for (const { path, sha256 } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1)))
    hash.update(`${path}\0${sha256}\0`);
  return hash.digest('hex').slice(0, 20);
}

/**
 * Fills in the constants of the shipped worker.
 *
 * @param source the text of `service-worker.js`
 * @param list path of the list below the site's base
 */
export function fillWorker(source: string, release: string, list: string): string {
  const filled = source
    .replace("const RELEASE = '';", `const RELEASE = '${release}';`)
    .replace("const LIST = '';", `const LIST = '${list}';`);
  if (!filled.includes(`'${release}'`) || !filled.includes(`'${list}'`))
    throw new Error('service-worker.js has no constants to fill in');
  return filled;
}
