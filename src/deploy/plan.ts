import { diagnose, startOf, type Diagnostic } from '../diagnostics/index.ts';
import { classifyPath, type CacheClass } from './cache-classes.ts';
import { findStalePaths, foldPaths } from './invalidation.ts';
import { isSameFile, type Release, type ReleaseFile } from './release.ts';
import { findGarbage, findStoredGarbage } from './retention.ts';
import type { Observation, Phase, Plan, Step } from './steps.ts';
import { blobKey, manifestKey } from './storage.ts';

export interface PlanOptions {
  readonly now: Date;
  /** When more objects than this would go, none goes. Hashed names do not count: each release has new ones. */
  readonly maxDeletes: number;
  /** Whether the bytes of the target are at hand (a deploy), or only what the state bucket has (a rollback). */
  readonly hasContent: boolean;
}

/** A KeyValueStore takes 50 keys in one update. */
const REDIRECTS_PER_UPDATE = 50;
/** S3 deletes 1,000 objects in one request. */
const KEYS_PER_DELETE = 1000;

/**
 * The steps that turn what is in the cloud into the target, in the order that keeps the site whole at each moment:
 * parts before the pages that use them, leaves before hubs, deletes long after. Pure; the same input, the same plan.
 */
export function planRelease(seen: Observation, target: Release, options: PlanOptions): Plan {
  const stale = Object.entries(target.files).filter(([path, file]) => !isPublished(seen, path, file));
  const publish = (wanted: (path: string) => boolean): Step[] =>
    stale
      .filter(([path]) => wanted(path))
      .map(([path, file]) => ({ kind: 'publish', path, file, isNew: !seen.objects.has(path) }));
  const isClass =
    (...classes: CacheClass[]) =>
    (path: string) =>
      classes.includes(classOf(path));
  const isPage = isClass('page', 'missing');
  const isKnown = (path: string) => seen.live?.files[path] !== undefined;
  const ranks = [...new Set(stale.map(([path]) => rankOf(path)))].sort((a, b) => b - a);

  const site: Phase[] = [
    { name: 'immutable', steps: publish(isClass('immutable')) },
    { name: 'support', steps: publish(isClass('support')) },
    { name: 'new-pages', steps: publish((path) => isPage(path) && !isKnown(path)) },
    ...ranks.map<Phase>((rank) => ({
      name: 'changed-pages',
      steps: publish((path) => isPage(path) && isKnown(path) && rankOf(path) === rank),
    })),
    { name: 'discovery', steps: publish(isClass('discovery', 'entry')) },
    ...planRedirects(seen.redirects, target.redirects),
  ];
  const [newest] = seen.state.history;
  const isSettled = newest?.release === target.id && newest.stage === 'settled';
  const isChanged = !isSettled || site.some(({ steps }) => steps.length > 0);
  const paths = planInvalidation(seen, target, stale);
  const { collect, diagnostics } = planCollection(seen, target, options);

  const phases: Phase[] = [
    { name: 'record', steps: seen.stored.has(manifestKey(target.id)) ? [] : [{ kind: 'store-manifest' }] },
    { name: 'stage', steps: options.hasContent ? planBlobs(seen, target) : [] },
    ...site,
    { name: 'verify', steps: isChanged ? [{ kind: 'verify' }] : [] },
    { name: 'switch', steps: isChanged ? [{ kind: 'go-live' }] : [] },
    { name: 'invalidate', steps: isChanged && paths.length > 0 ? [{ kind: 'invalidate', paths }] : [] },
    { name: 'collect', steps: collect },
  ];
  const refusals = [
    ...findOverwrites(seen, target),
    ...(options.hasContent ? [] : findMissingBlobs(seen, target, stale)),
  ];
  const lost = options.hasContent ? findLostPages(seen, target) : [];
  return {
    phases: phases.filter(({ steps }) => steps.length > 0),
    diagnostics: [...refusals, ...lost, ...diagnostics],
  };
}

/**
 * The paths whose stored headers cannot be inferred from the manifests: the bytes are right, but a release that did
 * not finish, or one long gone, may have written them with other headers. Ask for these before planning.
 */
export function findUncertainPaths(seen: Omit<Observation, 'headers'>, target: Release): string[] {
  return Object.entries(target.files)
    .filter(([path, file]) => seen.objects.get(path)?.etag === file.md5 && !isCertain(seen, path, file))
    .map(([path]) => path);
}

/** The live release vouches for its headers, unless another that may have written the same bytes says otherwise. */
function isCertain(seen: Omit<Observation, 'headers'>, path: string, file: ReleaseFile): boolean {
  const others = seen.unsettled.flatMap((release) => release.files[path] ?? []);
  return (
    isSameFile(seen.live?.files[path], file) &&
    others.every((other) => other.md5 !== file.md5 || isSameFile(other, file))
  );
}

function isPublished(seen: Observation, path: string, file: ReleaseFile): boolean {
  if (seen.objects.get(path)?.etag !== file.md5) return false;
  if (isCertain(seen, path, file)) return true;
  const headers = seen.headers.get(path);
  return headers?.contentType === file.contentType && headers.cacheControl === file.cacheControl;
}

function planBlobs(seen: Observation, target: Release): Step[] {
  const missing = new Map<string, Step>();
  for (const [path, file] of Object.entries(target.files))
    if (!seen.stored.has(blobKey(file.sha256))) missing.set(file.sha256, { kind: 'store-blob', path, file });
  return [...missing.values()];
}

/**
 * Removals come first: a page that came back must not be hidden, and no moment has a circle. One update is one phase,
 * because each must see the result of the one before.
 */
function planRedirects(now: ReadonlyMap<string, string>, wanted: Readonly<Record<string, string>>): Phase[] {
  const remove = [...now.keys()].filter((from) => !(from in wanted));
  const put = Object.entries(wanted).filter(([from, to]) => now.get(from) !== to);
  return [
    ...chunk(remove, REDIRECTS_PER_UPDATE).map<Step>((keys) => ({ kind: 'redirect', put: [], remove: keys })),
    ...chunk(put, REDIRECTS_PER_UPDATE).map<Step>((pairs) => ({ kind: 'redirect', put: pairs, remove: [] })),
  ].map((step) => ({ name: 'redirects', steps: [step] }));
}

/** What the CDN may hold in an older form: changed files, and objects that are not what their release had said. */
function planInvalidation(
  seen: Observation,
  target: Release,
  stale: readonly [string, ReleaseFile][],
): string[] {
  const earlier = [...(seen.live ? [seen.live] : []), ...seen.unsettled];
  const replaced = new Set(stale.map(([path]) => path).filter((path) => seen.objects.has(path)));
  return foldPaths(findStalePaths(target, earlier, replaced));
}

function planCollection(seen: Observation, target: Release, { now, maxDeletes }: PlanOptions) {
  // Without a release before this one, what is there may be the work of others.
  if (!seen.live) return { collect: [], diagnostics: [] };
  const kept = [target, ...seen.kept];
  const garbage = findGarbage(seen.objects, kept, now);
  const count = garbage.filter((path) => classOf(path) !== 'immutable').length;
  if (count > maxDeletes)
    return { collect: [], diagnostics: [diagnose('N716', SITE, { count, cap: maxDeletes }, 'warning')] };
  const collect: Step[] = [
    ...chunk(garbage, KEYS_PER_DELETE).map<Step>((keys) => ({ kind: 'delete-objects', keys })),
    ...chunk(findStoredGarbage(seen.stored, kept), KEYS_PER_DELETE).map<Step>((keys) => ({
      kind: 'delete-stored',
      keys,
    })),
  ];
  return { collect, diagnostics: [] };
}

/** A hashed name promises that its bytes never change; browsers keep them for a year. */
function findOverwrites(seen: Observation, target: Release): Diagnostic[] {
  return Object.entries(target.files)
    .filter(([path, file]) => {
      const object = seen.objects.get(path);
      return classOf(path) === 'immutable' && object !== undefined && object.etag !== file.md5;
    })
    .map(([path]) => diagnose('N712', { ...SITE, file: path }, { path }));
}

/** Pages whose address readers may have kept, and that would answer nothing. */
function findLostPages({ live }: Observation, target: Release): Diagnostic[] {
  const [page, ...others] = Object.keys(live?.files ?? {})
    .filter((path) => classOf(path) === 'page' && !(path in target.files))
    .map((path) => `/${path.replace(/index\.html$/, '')}`)
    .filter((address) => !(address in target.redirects));
  return page === undefined ? [] : [diagnose('N723', SITE, { page, others: others.length }, 'warning')];
}

function findMissingBlobs(
  seen: Observation,
  target: Release,
  stale: readonly [string, ReleaseFile][],
): Diagnostic[] {
  const missing = stale.filter(([, { sha256 }]) => !seen.stored.has(blobKey(sha256)));
  return missing.length === 0 ? [] : [diagnose('N715', SITE, { release: target.id, count: missing.length })];
}

const SITE = startOf('dist');

/** A path that the table no longer knows can still be in an old manifest; it is published with the parts. */
const classOf = (path: string): CacheClass => classifyPath(path) ?? 'support';

/** Leaves before hubs: the deeper a page, the earlier it changes; then the home page, and last the one for 404. */
const rankOf = (path: string): number => (classOf(path) === 'missing' ? -1 : path.split('/').length - 1);

function chunk<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  );
}
