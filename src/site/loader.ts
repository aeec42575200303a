import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { CompiledBody } from './stored-body.ts';
import type { CompiledContent } from './compile.ts';
import { reportDamage } from './disk-cache.ts';
import { assertSound, ContentError, openSession, type ContentSession } from './session.ts';
import { readSettings } from './settings.ts';

export type CollectionName = 'services' | 'notes' | 'comparisons' | 'quotas' | 'glossary' | 'redirects';

/** One entry as Astro keeps it: validated data, and what became of its body. */
interface StoredEntry {
  readonly id: string;
  readonly file: string;
  readonly data: Record<string, unknown>;
  readonly body?: CompiledBody | undefined;
}

/** Milliseconds for which a folder has to be quiet: editors empty a file before they write it. */
const SETTLE = 40;

/** The shared session of this process: six collections, one look at the folder. */
let shared: { session: ContentSession; listeners: Set<() => Promise<void>> } | undefined;

/**
 * Feeds one collection from the content folder. Bodies are not stored: Astro keeps the key under which the rendered
 * HTML lies in the cache, so that its own store stays small however many notes there are.
 */
export function contentLoader(collection: CollectionName): Loader {
  return {
    name: `kumo-note-${collection}`,
    async load(context) {
      const { session, listeners } = (shared ??= startSession(context));
      const update = async () => writeEntries(context, collectEntries(await session.compile(), collection));
      assertSound(await session.compile());
      await update();
      if (context.watcher) listeners.add(update);
    },
  };
}

function startSession({ config, logger, watcher }: LoaderContext): NonNullable<typeof shared> {
  const settings = readSettings(fileURLToPath(config.root), process.env);
  const session = openSession(settings, reportDamage);
  const listeners = new Set<() => Promise<void>>();
  const refresh = async (path: string) => {
    session.invalidate();
    try {
      assertSound(await session.compile());
      for (const listener of listeners) await listener();
      logger.info(`読み直しました: ${path.slice(settings.contentDir.length + 1)}`);
    } catch (error) {
      // The last good version stays on the screen while the writer mends the file.
      if (error instanceof ContentError) logger.error(error.message);
      else throw error;
    }
  };
  if (watcher) {
    watcher.add(settings.contentDir);
    let settling: NodeJS.Timeout | undefined;
    const schedule = (path: string) => {
      if (!path.startsWith(settings.contentDir)) return;
      clearTimeout(settling);
      settling = setTimeout(() => void refresh(path), SETTLE);
    };
    for (const event of ['add', 'change', 'unlink'] as const) watcher.on(event, schedule);
  }
  return { session, listeners };
}

function collectEntries({ entries, bodies }: CompiledContent, collection: CollectionName): StoredEntry[] {
  switch (collection) {
    case 'services':
    case 'notes':
    case 'comparisons':
      return entries[collection].map(({ id, file, data }) => ({ id, file, data, body: bodies.get(file) }));
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
