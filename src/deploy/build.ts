import { diagnose, isError, startOf, type Diagnostic } from '../diagnostics/index.ts';
import { readBuildFolder, type BuildFolder } from './build-folder.ts';
import { takeInventory } from './inventory.ts';
import { readRedirects } from './redirect-file.ts';
import { flattenRedirects } from './redirects.ts';
import { makeRelease, type Release } from './release.ts';

/** `release` is there when no diagnostic is an error. */
export interface ReadBuild {
  readonly release?: Release;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a build folder and a redirects file (as `content/redirects.yaml`; it may be absent) as a release, or says
 * what speaks against publishing it. `base` is where the site will be; a deploy always puts it at `/`.
 */
export async function readBuild(dist: string, redirectFile: string, base = '/'): Promise<ReadBuild> {
  let folder: BuildFolder;
  try {
    folder = await readBuildFolder(dist);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    return { diagnostics: [diagnose('N709', startOf(dist), { folder: dist, reason })] };
  }
  const inventory = takeInventory(folder, base);
  const read = await readRedirects(redirectFile);
  const isPage = (place: string) => `${place.slice(1)}index.html` in inventory.files;
  const flat = flattenRedirects(read.redirects, isPage);
  const diagnostics = [...inventory.diagnostics, ...read.diagnostics, ...flat.diagnostics];
  return diagnostics.some(isError)
    ? { diagnostics }
    : { release: makeRelease(inventory.files, flat.redirects), diagnostics };
}
