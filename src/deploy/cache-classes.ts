/**
 * How long a file may be kept, and when in a deploy it is published. Every file of a build belongs to exactly one
 * class; a file that no row of `fileKinds` knows is not published at all (an allow-list, so a stray secret, source
 * map or raw note cannot leave the machine).
 */
export const cacheClasses = {
  /** The name changes with the content, so a copy never grows old. */
  immutable: { cacheControl: 'public, max-age=31536000, immutable' },
  /** Pages need these, their names stay: five minutes, so that a page and its parts are never far apart. */
  support: { cacheControl: 'public, max-age=300, must-revalidate' },
  /** Browsers ask each time (a 304 when unchanged); the CDN answers for five minutes, or until it is told otherwise. */
  page: { cacheControl: 'public, max-age=0, s-maxage=300, must-revalidate' },
  /** Sent with status 404. Short, because the page that was missing may appear with the next deploy. */
  missing: { cacheControl: 'public, max-age=10, must-revalidate' },
  /** What programs read to find pages; published after the pages that it names. */
  discovery: { cacheControl: 'public, max-age=300, must-revalidate' },
  /** Names immutable files of one release, so an old copy would ask for the wrong ones. */
  entry: { cacheControl: 'no-cache' },
} as const satisfies Record<string, { cacheControl: string }>;

export type CacheClass = keyof typeof cacheClasses;

interface FileKind {
  readonly kind: string;
  /** Tested against the path inside the build, without a leading slash. */
  readonly pattern: RegExp;
  readonly cacheClass: CacheClass;
}

const SEGMENT = '[a-z0-9]+(?:-[a-z0-9]+)*';

/** Every kind of file that a build may hold. The patterns do not overlap; a test keeps them so. */
export const fileKinds: readonly FileKind[] = [
  // Vite writes `name.HASH.ext`, with a hash of eight letters.
  { kind: 'bundle', pattern: /^_astro\/[\w.-]+\.[\w-]{8}\.(?:js|css)$/, cacheClass: 'immutable' },
  { kind: 'picture card', pattern: /^og\/[0-9a-f]{8,64}\.png$/, cacheClass: 'immutable' },
  // The whole bundle of the search; of Pagefind's own files nothing but the index is published.
  { kind: 'search entry', pattern: /^pagefind\/pagefind-entry\.json$/, cacheClass: 'entry' },
  { kind: 'search hints', pattern: /^pagefind\/hints_[0-9a-f]{10}\.json$/, cacheClass: 'immutable' },
  {
    kind: 'search dictionary',
    pattern: /^pagefind\/(?:about|aliases|signs|vocabulary)\/\d+_[0-9a-f]{10}\.json$/,
    cacheClass: 'immutable',
  },
  { kind: 'search index', pattern: /^pagefind\/index\/\d+_[0-9a-f]{10}\.pf_index$/, cacheClass: 'immutable' },
  {
    kind: 'search text',
    pattern: /^pagefind\/text\/[0-9a-f]{10}-\d+-\d+\.json$/,
    cacheClass: 'immutable',
  },
  { kind: 'home', pattern: /^index\.html$/, cacheClass: 'page' },
  { kind: 'page', pattern: new RegExp(`^(?:${SEGMENT}/)+index\\.html$`), cacheClass: 'page' },
  { kind: 'missing page', pattern: /^404\.html$/, cacheClass: 'missing' },
  {
    kind: 'page as Markdown',
    pattern: new RegExp(`^(?:${SEGMENT}/)+${SEGMENT}\\.md$`),
    cacheClass: 'discovery',
  },
  // Its name is a digest: of the release that it lists, or of the search files that it holds.
  { kind: 'offline list or pack', pattern: /^offline\/[0-9a-f]{12,64}\.json$/, cacheClass: 'immutable' },
  { kind: 'service worker', pattern: /^sw\.js$/, cacheClass: 'entry' },
  { kind: 'app manifest', pattern: /^manifest\.webmanifest$/, cacheClass: 'support' },
  {
    kind: 'icon',
    pattern: /^(?:favicon|icon|apple-touch-icon)[\w-]*\.(?:svg|png)$/,
    cacheClass: 'support',
  },
  { kind: 'previews', pattern: /^previews\.json$/, cacheClass: 'support' },
  { kind: 'rules for robots', pattern: /^robots\.txt$/, cacheClass: 'support' },
  { kind: 'security contact', pattern: /^\.well-known\/security\.txt$/, cacheClass: 'support' },
  { kind: 'sitemap', pattern: /^sitemap\.xml$/, cacheClass: 'discovery' },
  { kind: 'feed', pattern: /^(?:atom|rss)\.xml$/, cacheClass: 'discovery' },
  { kind: 'site for programs', pattern: /^llms(?:-full)?\.txt$/, cacheClass: 'discovery' },
];

/**
 * The class of a file, by its path inside the build (no leading slash, e.g. `services/lambda/index.html`);
 * undefined for a file that must not be published.
 */
export function classifyPath(path: string): CacheClass | undefined {
  return fileKinds.find(({ pattern }) => pattern.test(path))?.cacheClass;
}
