import { addresses } from './masks/addresses.ts';
import { admonitions } from './masks/admonitions.ts';
import { bareBlocks } from './masks/bare-blocks.ts';
import { comments } from './masks/comments.ts';
import { containers } from './masks/containers.ts';
import { frontMatter } from './masks/front-matter.ts';
import { headingDecorations } from './masks/headings.ts';
import { attributeLists, contents, foreignBullets, imageSizes, rulers } from './masks/lines.ts';
import { limits } from './masks/limits.ts';
import { numberedSections } from './masks/numbered-sections.ts';
import { noncharacters } from './masks/noncharacters.ts';
import type { MarkdownMark } from './mark.ts';
import { callouts } from './shapes/callouts.ts';
import { definitionLists } from './shapes/definition-lists.ts';
import { embeds } from './shapes/embeds.ts';
import { exampleLabels } from './shapes/example-labels.ts';
import { fences } from './shapes/fences.ts';
import { firstLine } from './shapes/first-line.ts';
import { footnotes } from './shapes/footnotes.ts';
import { headingLinks } from './shapes/heading-links.ts';
import { html } from './shapes/html.ts';
import { htmlTables } from './shapes/html-tables.ts';
import { introduction } from './shapes/introduction.ts';
import { lineEnds } from './shapes/line-ends.ts';
import { linkReferences } from './shapes/link-references.ts';
import { pseudoLists } from './shapes/pseudo-lists.ts';
import { references } from './shapes/references.ts';
import { remarks } from './shapes/remarks.ts';
import { signLists } from './shapes/sign-lists.ts';
import { steps } from './shapes/steps.ts';
import { syntax } from './shapes/syntax.ts';
import { tablesOfContents } from './shapes/tables-of-contents.ts';
import { titleLevels } from './shapes/title-levels.ts';
import { wikilinks } from './shapes/wikilinks.ts';

/** Marks that any Markdown of the web may hold, in the order in which they are hidden and shaped. */
export const COMMON_MARKS: readonly MarkdownMark[] = [
  noncharacters,
  bareBlocks,
  linkReferences,
  addresses,
  limits,
  syntax,
  comments,
  rulers,
  contents,
  foreignBullets,
  imageSizes,
  attributeLists,
  admonitions,
  containers,
  headingDecorations,
  numberedSections,
  fences,
  footnotes,
  callouts,
  htmlTables,
  html,
  embeds,
  wikilinks,
  definitionLists,
  pseudoLists,
  signLists,
  exampleLabels,
  references,
  remarks,
  steps,
  lineEnds,
  headingLinks,
  tablesOfContents,
  firstLine,
  titleLevels,
  frontMatter,
];

/** What only the pages of a generated site have. */
export const SITE_MARKS: readonly MarkdownMark[] = [introduction];
