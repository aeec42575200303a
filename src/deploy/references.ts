/** One tag that loads something; quoted attributes may contain `>`. */
const TAG = /<(?:script|link|img|source)\b((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;
const ATTRIBUTE = /\s(?:src|href|srcset)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;

/**
 * The files of its own site that a page loads or names in its head, as they are written (`/_astro/main.css`), without
 * query and anchor. For pages of our own build: well-formed, attributes in quotes, addresses from the root.
 */
export function findReferences(html: string): string[] {
  const found = new Set<string>();
  for (const [, attributes = ''] of html.matchAll(TAG))
    for (const [, double, single] of attributes.matchAll(ATTRIBUTE))
      for (const candidate of (double ?? single ?? '').split(/,\s+/)) {
        const address = candidate.trim().split(/[\s?#]/)[0] ?? '';
        if (/^\/(?!\/)/.test(address)) found.add(address);
      }
  return [...found];
}

/** The file that an address stands for, inside the build; undefined for an address outside of the base. */
export function resolveReference(address: string, base: string): string | undefined {
  if (!address.startsWith(base)) return undefined;
  const path = address.slice(base.length);
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}
