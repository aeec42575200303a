import type { ContentEntries } from '../content/entries.ts';
import { paths } from '../model/paths.ts';
import { findMisplaced } from './places.ts';

/** Pages whose anchors come from many files: one that cannot be read may hold any of them. */
const INDEXES = [paths.services, paths.comparisons, paths.quotas, paths.questions];

/**
 * The pages of which not everything is known, because a file that is shown there cannot be read or stands in the wrong
 * place. What seems to be missing from them is there again once that file is mended, so nobody is told to look for it.
 */
export function findUnreadPages(entries: ContentEntries): ReadonlySet<string> {
  const files = [...entries.faulty, ...findMisplaced(entries).map(({ entry }) => entry.file)];
  return new Set([...files.map(pageOf), ...(files.length > 0 ? INDEXES : [])]);
}

/** The page on which a content file is shown. */
function pageOf(file: string): string {
  const [folder = '', name = ''] = file.replace(/\.\w+$/, '').split('/');
  if (folder === 'services' || folder === 'notes') return paths.service(name);
  if (folder === 'comparisons') return paths.comparison(name);
  return folder === 'quotas' ? paths.quotas : paths.glossary;
}
