import { join, resolve } from 'node:path';
import { cacheFolder, cacheKey } from './disk-cache.ts';

/** Where things are and under which address the site will be served. */
export interface SiteSettings {
  /** The project's folder. */
  readonly root: string;
  readonly contentDir: string;
  readonly outDir: string;
  readonly cacheDir: string;
  /** Astro's own, for this content at this address: two builds at once must not read each other's entries. */
  readonly astroCacheDir: string;
  /** Origin of the published site, for absolute URLs: `https://notes.example.com`. */
  readonly siteUrl: string;
  /** Path under which it is served; begins and ends with `/`. */
  readonly base: string;
  /** Under which address the content's files can be edited: `https://git.example.com/kb/edit/main/content/`; or empty. */
  readonly editUrl: string;
  /** Whether visited pages are kept for when there is no network. */
  readonly offline: boolean;
}

/** Read by search engines and link previews only; the site itself works wherever it is put. */
const DEFAULT_URL = 'https://kumo-note.example';

/**
 * Reads the settings of a build from environment variables: `CONTENT_DIR`, `OUT_DIR`, `CACHE_DIR`, `SITE_URL`,
 * `BASE_PATH`, `EDIT_URL`, `OFFLINE` (`off`).
 */
export function readSettings(root: string, env: Readonly<Record<string, string | undefined>>): SiteSettings {
  const contentDir = resolve(root, env['CONTENT_DIR'] || 'content');
  const cacheDir = resolve(root, env['CACHE_DIR'] || join('.cache', 'kumo-note'));
  const siteUrl = (env['SITE_URL'] || DEFAULT_URL).replace(/\/+$/, '');
  const base = normalizeBase(env['BASE_PATH'] || '/');
  return {
    root,
    contentDir,
    outDir: resolve(root, env['OUT_DIR'] || 'dist'),
    cacheDir,
    astroCacheDir: join(cacheFolder(cacheDir, 'astro'), cacheKey(contentDir, siteUrl, base).slice(0, 16)),
    siteUrl,
    base,
    editUrl: (env['EDIT_URL'] ?? '').replace(/[^/]$/, '$&/'),
    offline: env['OFFLINE'] !== 'off',
  };
}

const normalizeBase = (base: string): string =>
  `/${base.split('/').filter(Boolean).join('/')}/`.replace('//', '/');
