import type { KnownFiles } from '../content/load.ts';
import { createCodeRenderer } from '../markdown/code.ts';
import { createDiagramFences, createDiagramRenderer } from '../markdown/diagrams/index.ts';
import { BodyCompiler } from './body-compiler.ts';
import { compileContent, type CompiledContent } from './compile.ts';
import { cacheFolder, createDiskCache } from './disk-cache.ts';
import { fingerprintCode } from './fingerprint.ts';
import type { SiteSettings } from './settings.ts';

/** One run of the content stages, shared by all collections of a build or of a dev server. */
export interface ContentSession {
  /** The content as it is now. Calls between two changes get the same result. */
  compile(): Promise<CompiledContent>;
  /** Forgets the last result; the next `compile` looks at the folder again. */
  invalidate(): void;
  close(): Promise<void>;
}

/** Milliseconds between two lines about how far a long run is. */
const PROGRESS_EVERY = 3000;

/** Says on the error stream how far a long run is; a short one says nothing. */
function startProgress(): (done: number, total: number) => void {
  let last = performance.now();
  return (done, total) => {
    if (performance.now() - last < PROGRESS_EVERY) return;
    last = performance.now();
    process.stderr.write(`本文と図 ${done}/${total}\n`);
  };
}

/** Opens the stages over the project's content folder and caches. */
export function openSession(settings: SiteSettings, onDamage: (file: string) => void): ContentSession {
  const cacheOf = (cache: 'bodies' | 'diagrams') =>
    createDiskCache({ folder: cacheFolder(settings.cacheDir, cache), onDamage });
  const diagrams = createDiagramFences(createDiagramRenderer({ cache: cacheOf('diagrams') }));
  const bodies = new BodyCompiler(cacheOf('bodies'), fingerprintCode(settings.root));
  const code = createCodeRenderer();
  const known: KnownFiles = new Map();
  let current: Promise<CompiledContent> | undefined;
  return {
    compile() {
      const { contentDir, base, siteUrl } = settings;
      current ??= compileContent({
        ...{ contentDir, base, siteUrl, known, bodies, code, diagrams },
        onProgress: startProgress(),
      });
      return current;
    },
    invalidate() {
      current = undefined;
    },
    close: () => diagrams.close(),
  };
}
