import { diagnose, startOf, type Diagnostic } from '../diagnostics/index.ts';
import type { Redirect } from '../schema/index.ts';

/**
 * Limits of a CloudFront KeyValueStore: 5 MB in all, keys of 512 and values of 1,024 bytes.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-keyvaluestores
 */
export const storeLimits = { total: 5 * 1024 * 1024, key: 512, value: 1024 } as const;

export interface EdgeRedirects {
  /** Old page path to the last place of its chain: `/services/old/` to `/services/new/#part`. */
  readonly redirects: Readonly<Record<string, string>>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The redirects that the edge answers with 301. Chains are followed to their end, so that one request is always
 * enough. A redirect *from* an anchor only helps others along their chain: browsers do not send the part after `#`,
 * so the page itself must answer it. There may be a page at the old place: for hosts without an edge function the
 * build puts one there that leads on.
 *
 * @param list the content of `content/redirects.yaml`
 * @param isPage whether a path such as `/services/lambda/` is a page of the release
 */
export function flattenRedirects(
  list: readonly Redirect[],
  isPage: (path: string) => boolean,
): EdgeRedirects {
  const diagnostics: Diagnostic[] = [];
  const source = startOf('content/redirects.yaml');
  const next = new Map<string, string>();
  for (const { from, to } of list) {
    if (next.has(from)) diagnostics.push(diagnose('N705', source, { from }));
    else next.set(from, to);
  }
  const redirects: Record<string, string> = {};
  for (const from of next.keys()) {
    if (from.includes('#')) continue;
    const to = followChain(from, next);
    if (to === undefined) diagnostics.push(diagnose('N503', source, { from }));
    else if (!isPage(withoutAnchor(to))) diagnostics.push(diagnose('N706', source, { from, to }));
    else redirects[from] = to;
  }
  return { redirects, diagnostics: [...diagnostics, ...checkLimits(redirects, source)] };
}

/** The last place of a chain, or undefined when it goes round in a circle. */
function followChain(from: string, next: ReadonlyMap<string, string>): string | undefined {
  const seen = new Set<string>();
  let place = from;
  for (;;) {
    if (seen.has(place)) return undefined;
    seen.add(place);
    const page = withoutAnchor(place);
    const exact = next.get(place);
    const further = exact ?? next.get(page);
    if (further === undefined) return place;
    // Browsers keep the anchor of an address over a redirect that names none; so does the chain.
    place = exact !== undefined || further.includes('#') ? further : further + place.slice(page.length);
  }
}

function checkLimits(
  redirects: Readonly<Record<string, string>>,
  source: Diagnostic['source'],
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  let total = 0;
  for (const [from, to] of Object.entries(redirects)) {
    const [key, value] = [Buffer.byteLength(from), Buffer.byteLength(to)];
    total += key + value;
    if (key > storeLimits.key || value > storeLimits.value)
      diagnostics.push(diagnose('N707', source, { from }));
  }
  if (total > storeLimits.total)
    diagnostics.push(diagnose('N708', source, { bytes: total, limit: storeLimits.total }));
  return diagnostics;
}

const withoutAnchor = (place: string): string => place.replace(/#.*$/, '');
