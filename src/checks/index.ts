import type { Diagnostic } from '../diagnostics/index.ts';
import type { Check, CheckedContent } from './check.ts';
import { checkIds } from './ids.ts';
import { checkKeyOrder } from './key-order.ts';
import { checkLinks, checkQuotaReferences } from './links.ts';
import { checkNames } from './names.ts';
import { checkPermalinks } from './permalinks.ts';
import { checkPlaces } from './places.ts';
import { checkQuestions } from './questions.ts';
import { checkRedirects } from './redirects.ts';
import { checkReferences } from './references.ts';
import { checkSearchHints } from './search-hints.ts';
import { checkSelfReferences } from './self-references.ts';

/** The rules over a whole content folder. */
const CHECKS: readonly Check[] = [
  checkPlaces,
  checkKeyOrder,
  checkReferences,
  checkSelfReferences,
  checkNames,
  checkQuestions,
  checkIds,
  checkLinks,
  checkQuotaReferences,
  checkSearchHints,
  checkRedirects,
  checkPermalinks,
];

/** Runs every rule and returns all findings at once. */
export const checkContent = (content: CheckedContent): Diagnostic[] =>
  CHECKS.flatMap((check) => check(content));

export type { CheckedContent } from './check.ts';
