import { LinkChecker, LinkState, type LinkResult } from 'linkinator';

export interface LinkCheckOptions {
  /** Whether links to other sites are asked too. */
  readonly external?: boolean;
  /** Called after each link with their number so far. */
  readonly onProgress?: (checked: number) => void;
}

/**
 * Follows every link of a built site, down to the ids of headings.
 *
 * @param site the address at which it is served
 * @returns the links that lead nowhere
 */
export async function findBrokenLinks(
  site: string,
  { external = false, onProgress }: LinkCheckOptions = {},
): Promise<LinkResult[]> {
  const checker = new LinkChecker();
  let checked = 0;
  checker.on('link', () => onProgress?.((checked += 1)));
  const { links } = await checker.check({
    path: site,
    recurse: true,
    checkFragments: true,
    concurrency: 32,
    // Nothing but the work on other pages delays an answer of this machine.
    timeout: external ? 20_000 : 0,
    retry: true,
    // A connection that the server has just closed, among thousands.
    retryErrors: true,
    retryErrorsCount: 2,
    retryErrorsJitter: 500,
    linksToSkip: external ? [] : [String.raw`^https?://(?!localhost|127\.0\.0\.1)`],
  });
  return links.filter(({ state }) => state === LinkState.BROKEN);
}
