import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A page of a built site. */
export interface BuiltPage {
  /** `services/lambda/index.html` */
  readonly file: string;
  /** Path under the base: `/services/lambda/` */
  readonly path: string;
  readonly html: string;
  /** The same, parsed when it is asked for. */
  readonly tree: Root;
}

const known = new Map<string, readonly BuiltPage[]>();

/** Every HTML file of a built site; all files of tests share what was read once. */
export function readPages(folder: string): readonly BuiltPage[] {
  const pages = known.get(folder) ?? globSync('**/*.html', { cwd: folder }).sort().map(pageOf(folder));
  known.set(folder, pages);
  return pages;
}

const pageOf =
  (folder: string) =>
  (file: string): BuiltPage => {
    const html = readFileSync(join(folder, file), 'utf8');
    let tree: Root | undefined;
    return {
      file,
      path: `/${file.replaceAll('\\', '/')}`.replace(/index\.html$/, ''),
      html,
      get tree() {
        return (tree ??= fromHtml(html));
      },
    };
  };

/** All elements of a page, in order. */
export function elementsOf({ tree }: BuiltPage): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element) => void found.push(element));
  return found;
}
