import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { BodyFacts } from '../model/site-input.ts';
import type { CompiledContent } from './compile.ts';
import { isError } from '../diagnostics/index.ts';
import { assertSound } from './content-error.ts';
import { reportDamage } from './disk-cache.ts';
import { openSession, type ContentSession } from './session.ts';
import { readSettings } from './settings.ts';

export type CollectionName = 'services' | 'notes' | 'comparisons' | 'quotas' | 'glossary' | 'redirects';

/** One entry as Astro keeps it: validated data, and what the model looks at of its body. */
interface StoredEntry {
  readonly id: string;
  readonly file: string;
  readonly data: Record<string, unknown>;
  readonly body?: BodyFacts;
}

/** A new look at the content folder, which the dev server asks all collections for when it has changed. */
export interface Look {
  /** Set by the first collection that takes it; the others share what it finds. */
  taken: boolean;
}

/** The session of this process: six collections, one look at the folder. */
let session: ContentSession | undefined;

/**
 * Feeds one collection from the content folder. Bodies are not stored: Astro keeps the key under which the rendered
 * HTML lies in the cache, so that its own store stays small however many notes there are.
 */
export function contentLoader(collection: CollectionName): Loader {
  return {
    name: `kumo-note-${collection}`,
    async load(context) {
      session ??= openSession(readSettings(fileURLToPath(context.config.root), process.env), reportDamage);
      const { look } = (context.refreshContextData ?? {}) as { look?: Look };
      if (look?.taken === false) {
        look.taken = true;
        session.invalidate();
      }
      const content = await session.compile();
      // A build draws nothing more: idle processes would hold 700 MB while the pages and the index are made.
      if (!context.watcher) await session.close();
      // A dev server starts all the same, with nothing, and reports the errors when it takes its own first look.
      if (context.watcher && !look && content.diagnostics.some(isError)) return context.store.clear();
      assertSound(content);
      writeEntries(context, collectEntries(content, collection));
    },
  };
}

function collectEntries({ entries, bodies }: CompiledContent, collection: CollectionName): StoredEntry[] {
  switch (collection) {
    case 'services':
    case 'notes':
    case 'comparisons':
      return entries[collection].map(({ id, file, data }) => ({
        id,
        file,
        data,
        body: factsOf(file, bodies),
      }));
    case 'quotas':
      return entries.quotas.map(({ id, file, data }) => ({ id, file, data }));
    case 'glossary': {
      const { glossary } = entries;
      return (glossary?.data ?? []).map((data) => ({ id: data.id, file: 'glossary.yaml', data }));
    }
    case 'redirects': {
      const list = entries.redirects?.data ?? [];
      return [{ id: 'redirects', file: 'redirects.yaml', data: { list } }];
    }
  }
}

function factsOf(file: string, bodies: CompiledContent['bodies']): BodyFacts {
  const body = bodies.get(file);
  if (body?.key === undefined) throw new Error(`${file} is sound but has no body`);
  const { key, linksTo } = body;
  const { headings, lead } = body.outline;
  return { key, outline: { headings, lead }, linksTo };
}

function writeEntries(
  { store, generateDigest, config }: LoaderContext,
  entries: readonly StoredEntry[],
): void {
  const root = fileURLToPath(config.root);
  const { contentDir } = readSettings(root, process.env);
  const ids = new Set(entries.map(({ id }) => id));
  for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
  for (const { id, file, data, body } of entries) {
    const digest = generateDigest({ data, body });
    // Editors find the schema of an entry by its path.
    const filePath = relative(root, join(contentDir, file));
    store.set({ id, data, digest, filePath, rendered: { html: '', metadata: { body } } });
  }
}
