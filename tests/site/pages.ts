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
  readonly tree: Root;
}

/** Every HTML file of a built site. */
export const readPages = (folder: string): BuiltPage[] =>
  globSync('**/*.html', { cwd: folder })
    .sort()
    .map((file) => {
      const html = readFileSync(join(folder, file), 'utf8');
      const path = `/${file.replaceAll('\\', '/')}`.replace(/index\.html$/, '');
      return { file, path, html, tree: fromHtml(html) };
    });

/** All elements of a page, in order. */
export function elementsOf({ tree }: BuiltPage): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element) => void found.push(element));
  return found;
}
