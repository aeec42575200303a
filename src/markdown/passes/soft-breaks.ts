import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** Scripts and punctuation that are written without spaces between words. */
const CJK = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆・、。，．：；？！「」『』（）【】〈〉《》〔〕…‥〜～―—]`;
const BREAK_BETWEEN_CJK = new RegExp(String.raw`(?<=${CJK})[ \t]*\n[ \t]*(?=${CJK})`, 'gu');

/**
 * Removes line breaks between two Japanese characters. Browsers show a soft break as a space
 * (Chromium 156: あ⏎い is 35.6 px wide, あい 32.0 px), which no Japanese writer means.
 */
export function joinSoftBreaks(tree: Root): void {
  visit(tree, 'text', (node) => {
    node.value = node.value.replace(BREAK_BETWEEN_CJK, '');
  });
}
