import { classifyPath } from './cache-classes.ts';
import { isSameFile, type Release } from './release.ts';

/** CloudFront counts a wildcard as one path; a thousand a month are free. */
const MAX_PATHS = 8;

/**
 * The files that the CDN may hold in an older form, as paths inside the build. Content of hashed files never changes,
 * so they appear only when their headers did. Files that are cached for seconds are left to expire.
 *
 * @param target the release that readers should see
 * @param earlier every release of which the CDN may hold files
 * @param replaced paths of objects that this deploy overwrites, whatever they were
 */
export function findStalePaths(
  target: Release,
  earlier: readonly Release[],
  replaced: ReadonlySet<string> = new Set(),
): string[] {
  return Object.entries(target.files)
    .filter(([path, file]) => {
      const cacheClass = classifyPath(path);
      if (cacheClass === 'entry' || cacheClass === 'missing') return false;
      return replaced.has(path) || earlier.some(({ files }) => files[path] && !isSameFile(files[path], file));
    })
    .map(([path]) => path);
}

/**
 * At most eight invalidation paths that cover the files. A page is named both as readers ask for it and as the edge
 * function rewrites it (CloudFront's advice for functions that change the path). Too many become one wildcard for
 * each top folder, and then one for everything.
 */
export function foldPaths(files: readonly string[]): string[] {
  const paths = files.flatMap((path) =>
    /(?:^|\/)index\.html$/.test(path)
      ? [`/${path.slice(0, -'index.html'.length)}`, `/${path}`]
      : [`/${path}`],
  );
  if (paths.length <= MAX_PATHS) return paths.sort();
  const folded = [...new Set(paths.map((path) => path.replace(/^(\/[^/]+\/).*$/, '$1*')))];
  return folded.length <= MAX_PATHS ? folded.sort() : ['/*'];
}
