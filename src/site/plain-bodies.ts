import type { PlainBodies } from '../model/machine-pages.ts';
import type { ServicePage } from '../model/service-page.ts';
import { readBody } from './collections.ts';

/** The bodies of a service page as plain Markdown. */
export async function readPlainBodies({ overviewKey, notes }: ServicePage): Promise<PlainBodies> {
  const [overview, ...rest] = await Promise.all(
    [overviewKey, ...notes.map(({ bodyKey }) => bodyKey)].map(readBody),
  );
  return { overview: overview?.markdown ?? '', notes: rest.map(({ markdown }) => markdown) };
}
