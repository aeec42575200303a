import { visit } from 'unist-util-visit';
import type { MarkdownMark } from '../mark.ts';

/**
 * What stands behind a fence, in the form of this site: a language, then `title="…"`. Zenn writes `js:file.js` and
 * `diff js:file.js`, MkDocs `{.python title="file.py"}`, Qiita ` ```:file.js `.
 */
export const fences: MarkdownMark = {
  shape: (tree) => {
    visit(tree, 'code', (node) => {
      const info = [node.lang, node.meta].filter(Boolean).join(' ').trim();
      if (info === '') return;
      const title = /(?:title|filename|file)=["']([^"']*)["']/.exec(info)?.[1] ?? fileNameOf(info);
      const words = info.replace(/^\{\s*\.?|\}$/g, '').split(/[\s,{]+/);
      const language = (words[0] === 'diff' ? (words[1] ?? 'diff') : (words[0] ?? '')).split(':')[0] ?? '';
      node.lang = /^[\w+#.-]+$/.test(language) && !language.includes('=') ? language.toLowerCase() : null;
      node.meta = title ? `title="${title.replace(/"/g, '')}"` : null;
    });
  },
};

const fileNameOf = (info: string): string | undefined =>
  /^(?:diff )?[\w+#.-]*:([^\s:{}"']+(?: [^\s:{}"'=]+)*)$/.exec(info)?.[1];
