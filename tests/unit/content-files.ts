import { stringify } from 'yaml';
import { KEY_ORDERS } from '../../src/checks/key-order.ts';
import type { ContentFile } from '../../src/content/files.ts';

type Data = Record<string, unknown>;

/** Keys in the order that the checks want; unknown ones last. */
function file(path: string, data: Data, body: string): ContentFile {
  const order: readonly string[] = KEY_ORDERS[path.split('/')[0] as keyof typeof KEY_ORDERS];
  const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  const sorted = Object.fromEntries(Object.entries(data).toSorted(([a], [b]) => rank(a) - rank(b)));
  return { path, text: `---\n${stringify(sorted)}---\n${body}` };
}

const without = (data: Data, keys: readonly string[]): Data =>
  Object.fromEntries(Object.entries(data).filter(([key]) => !keys.includes(key)));

/** A sound service file; `data` overrides, `drop` removes keys. */
export const serviceFile = (
  slug: string,
  data: Data = {},
  drop: readonly string[] = [],
  body = '概要。\n',
): ContentFile =>
  file(
    `services/${slug}.mdx`,
    without(
      {
        name: `AWS ${slug}`,
        shortName: slug,
        reading: 'よみ',
        category: 'compute',
        summary: '一文の説明。',
        docs: [{ title: '公式', url: 'https://docs.aws.amazon.com/' }],
        updated: '2026-11-22',
        ...data,
      },
      drop,
    ),
    body,
  );

/** A sound note; its service is the first part of the id. */
export const noteFile = (
  id: string,
  data: Data = {},
  drop: readonly string[] = [],
  body = '本文。\n',
): ContentFile =>
  file(
    `notes/${id}.mdx`,
    without(
      {
        title: `話題 ${id}`,
        service: id.split('/')[0],
        order: 10,
        questions: [],
        sources: [{ title: '公式', url: 'https://docs.aws.amazon.com/', kind: 'official' }],
        checked: '2026-11-22',
        ...data,
      },
      drop,
    ),
    body,
  );

/** A sound comparison. */
export const comparisonFile = (
  slug: string,
  services: readonly string[],
  body = '## 違い [#difference]\n\n本文。\n',
): ContentFile =>
  file(
    `comparisons/${slug}.mdx`,
    {
      title: `比較 ${slug}`,
      summary: '何を選ぶか。',
      recommendation: 'まずこちら。',
      services,
      sources: [{ title: '公式', url: 'https://docs.aws.amazon.com/', kind: 'official' }],
      checked: '2026-11-22',
    },
    body,
  );

/** A file of plain YAML. */
export const yamlFile = (path: string, data: unknown): ContentFile => ({ path, text: stringify(data) });
