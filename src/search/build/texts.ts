import { textFile, type Catalogue } from '../layout.ts';
import { digestOf, jsonFile, type BundleFile } from './bundle-file.ts';
import type { PreparedPage } from './prepare.ts';

/**
 * Files the texts to show. A digest in the catalogue for each page would be the most of what a larger site adds to a
 * first query; one for all texts would change with each release, and with it the name of every text: a deploy would send
 * them all, and so would whoever keeps the site offline fetch them all. So pages of one kind and category, which the
 * catalogue tells apart anyhow, share one: about a tenth of the texts get new names when a page changes.
 */
export function fileTexts(
  pages: readonly PreparedPage[],
): Pick<Catalogue, 'groups' | 'pages'> & { files: BundleFile[] } {
  const groupOf = ({ page: { kind, category } }: PreparedPage) => JSON.stringify([kind, category]);
  const members = Map.groupBy(pages, groupOf);
  const keys = [...members.keys()];
  const groups: Catalogue['groups'][number][] = [];
  const files: BundleFile[] = [];
  for (const [first, ...others] of members.values()) {
    if (!first) continue;
    const { kind, category } = first.page;
    const texts = [first, ...others].map(({ windows }) => windows);
    const digest = digestOf([JSON.stringify(texts)]);
    groups.push(category === undefined ? [digest, kind] : [digest, kind, category]);
    for (const [n, windows] of texts.entries())
      files.push(...windows.map((text, window) => jsonFile(textFile(`${digest}-${n}`, window), text)));
  }
  return { groups, pages: pages.map((page) => keys.indexOf(groupOf(page))), files };
}
