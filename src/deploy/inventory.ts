import { diagnose, startOf, type Diagnostic } from '../diagnostics/index.ts';
import type { BuildFolder } from './build-folder.ts';
import { classifyPath } from './cache-classes.ts';
import { resolveReference } from './references.ts';
import { describeFile, type BuildFile, type ReleaseFile } from './release.ts';

/** Litter that file managers leave behind: never published, and not worth stopping for. */
const LITTER = /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/;
/** Hidden files (`.env`), source maps, raw notes: whoever put them there should hear about it by name. */
const PRIVATE = /(?:^|\/)\.|\.map$|\.mdx$/;

/**
 * The front door, the answer for a wrong address, and what a build writes last: without it the build has not ended, and
 * browsers would keep the worker that they have.
 */
const REQUIRED = ['index.html', '404.html', 'sw.js'];

export interface Inventory {
  /** By path inside the build. */
  readonly files: Readonly<Record<string, ReleaseFile>>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Sorts the files of a build into classes. Any file outside the table is an error, so that nothing slips out; and so
 * is a page that loads a file which is not there, because no order of uploads could make it whole.
 *
 * @param base where the site will be, with slashes at both ends
 */
export function takeInventory({ files, irregular }: BuildFolder, base = '/'): Inventory {
  const kept: Record<string, ReleaseFile> = {};
  const diagnostics: Diagnostic[] = [];
  for (const path of irregular) diagnostics.push(diagnose('N703', startOf(path), { path }));
  for (const file of files) {
    const { path } = file;
    const cacheClass = classifyPath(path);
    if (cacheClass) kept[path] = describeFile(file, cacheClass);
    else if (!LITTER.test(path))
      diagnostics.push(diagnose(PRIVATE.test(path) ? 'N702' : 'N701', startOf(path), { path }));
  }
  for (const path of REQUIRED)
    if (!(path in kept)) diagnostics.push(diagnose('N704', startOf(path), { path }));
  return { files: kept, diagnostics: [...diagnostics, ...findDangling(files, kept, base)] };
}

/** One finding for each missing file, at the first page that loads it. */
function findDangling(
  files: readonly BuildFile[],
  kept: Readonly<Record<string, ReleaseFile>>,
  base: string,
): Diagnostic[] {
  const pages = new Map<string, string[]>();
  for (const { path, references } of files)
    for (const address of references) {
      const target = resolveReference(address, base);
      if (target === undefined || !(target in kept))
        pages.set(address, [...(pages.get(address) ?? []), path]);
    }
  return [...pages].map(([address, [first = '', ...others]]) =>
    diagnose('N722', startOf(first), { address, others: others.length }),
  );
}
