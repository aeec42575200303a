import type { Root } from 'mdast';
import { cleanValues } from './clean-text.ts';
import { settleCodeLanguages } from './code-language.ts';
import { takeHeadingIds } from './heading-ids.ts';
import { neutraliseHtml } from './html.ts';
import { replaceImages } from './images.ts';
import { settleLinks } from './links.ts';
import { reportOpenFences } from './open-fences.ts';
import type { Pass, PassContext } from './pass.ts';
import { closeHeadingGaps, dropEmptyHeadings, flattenNestedHeadings, tidyTree } from './structure.ts';
import { squareTables } from './tables.ts';

/** Every pass, in the order in which they run. Each leaves a tree that the next can rely on. */
const PASSES: readonly Pass[] = [
  cleanValues,
  reportOpenFences,
  neutraliseHtml,
  replaceImages,
  settleLinks,
  settleCodeLanguages,
  takeHeadingIds,
  flattenNestedHeadings,
  squareTables,
  tidyTree,
  dropEmptyHeadings,
  closeHeadingGaps,
];

/** Brings what a dialect parsed into the one form that is filed and written. Changes the tree in place. */
export function normalize(tree: Root, context: PassContext): void {
  for (const pass of PASSES) pass(tree, context);
}
