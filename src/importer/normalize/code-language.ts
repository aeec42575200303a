import type { Code } from 'mdast';
import { visit } from 'unist-util-visit';
import { LANGUAGES, PLAIN_LANGUAGES } from '../../markdown/languages.ts';
import {
  hasComments,
  JSON_FENCED_AS,
  looksLikeJson,
  looksLikeShell,
  LOOKS,
  OTHER_NAMES,
  VAGUE,
} from './code-rules.ts';
import type { Pass } from './pass.ts';

/** Gives each block of code the language that it is in: the one it was fenced with, unless the code says otherwise. */
export const settleCodeLanguages: Pass = (tree) => {
  visit(tree, 'code', (node) => {
    const { lang, title } = readInfo(node);
    node.lang = languageOf(node.value, lang);
    const meta = [title && `title="${title}"`, node.meta].filter(Boolean).join(' ');
    node.meta = meta.replace(/\s+/g, ' ').trim() || null;
  });
};

/** The language and, in Zenn's `lang:file` form, the title of a fence. */
function readInfo({ lang }: Code): { lang: string | undefined; title: string | undefined } {
  if (!lang) return { lang: undefined, title: undefined };
  const [name = '', ...rest] = lang.split(':');
  const title = rest.join(':').replaceAll('"', '');
  return { lang: name.toLowerCase().replace(/^\{?\.?|[{}].*$/g, ''), title: title || undefined };
}

/**
 * The language of a block of code.
 *
 * @param code its text
 * @param fenced what its fence says, in lower case
 */
export function languageOf(code: string, fenced: string | undefined): string {
  const other = OTHER_NAMES.get(fenced ?? '');
  const named = other ?? (fenced || undefined);
  const known = named !== undefined && (LANGUAGES.has(named) || PLAIN_LANGUAGES.has(named));
  if ((named === undefined || JSON_FENCED_AS.has(named)) && looksLikeJson(code))
    return hasComments(code) ? 'jsonc' : 'json';
  if (other !== undefined) return other;
  if (known && !VAGUE.has(named)) return named;
  const seen = LOOKS.find(({ test }) => test(code))?.lang;
  if (named === undefined || !known) return seen ?? 'text';
  if (PLAIN_LANGUAGES.has(named)) return named;
  // Fenced as a shell: keep it when any line reads like one, else say what it is.
  if (seen === undefined || seen === 'bash') return seen ?? (looksLikeShell(code) ? named : 'text');
  return looksLikeShell(code) && seen !== 'text' ? named : seen;
}
