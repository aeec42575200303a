import type { ContentEntries, ServiceEntry } from '../content/entries.ts';
import { createSlugger, type Slugger } from './file/slug.ts';
import { createLexicon, type Lexicon } from './names/lexicon.ts';
import { createNames, type Names } from './names/vocabulary.ts';

/** What the importer learns from the content that exists: it is made once a run. */
export interface Knowledge {
  readonly services: readonly ServiceEntry[];
  readonly names: Names;
  readonly lexicon: Lexicon;
  readonly slugger: Slugger;
}

export const learn = (entries: ContentEntries): Knowledge => ({
  services: entries.services,
  names: createNames(entries.services),
  lexicon: createLexicon(entries),
  slugger: createSlugger(entries),
});
