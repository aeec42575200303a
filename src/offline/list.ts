import { createHash } from 'node:crypto';

/** A file of a build: its path inside the build, and a digest of its bytes. */
export interface DatedFile {
  readonly path: string;
  readonly sha256: string;
}

/** What the service worker of a release keeps, as paths below the site's base. */
export interface OfflineList {
  /** From the start: whatever any page needs, and the page for when there is none. */
  readonly shell: readonly string[];
  /** Once the search was used. */
  readonly index: readonly string[];
}

/** The home page, where an installed site starts, and the page that is shown for an address that is not kept. */
const PAGES = ['index.html', 'offline/index.html'];
const SHELL = /^(?:_astro\/.*|favicon\.svg|icon-192\.png|manifest\.webmanifest|previews\.json)$/;

/** Picks what is kept from the files of a build. */
export function listOffline(files: readonly DatedFile[]): OfflineList {
  const paths = files.map(({ path }) => path).sort();
  return {
    shell: [
      ...paths.filter((path) => PAGES.includes(path)).map((path) => path.replace(/index\.html$/, '')),
      ...paths.filter((path) => SHELL.test(path)),
    ],
    index: paths.filter((path) => path.startsWith('pagefind/')),
  };
}

/** A name for these very files; it changes when any of them does. */
export function nameRelease(files: readonly DatedFile[]): string {
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
