import type { Page } from 'playwright-core';

/**
 * Notes down whatever a healthy page never does: writes to the console, throws, meets the content security policy
 * (Chromium reports that on the console), asks another origin, or gets an error for an answer.
 *
 * @param home address of the site; everything else is foreign
 * @param troubles where each trouble is added, one line with the page's path
 */
export function watchPage(page: Page, home: string, troubles: string[]): void {
  const { origin } = new URL(home);
  const note = (what: string) => {
    const { pathname, search } = new URL(page.url());
    troubles.push(`${pathname}${search}: ${what}`);
  };
  page.on('console', (message) => note(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => {
    // Chromium gives up the transition between two pages when the second is slow, and calls that an error of the page.
    if (!error.message.startsWith('Transition was aborted')) note(`error: ${error.message}`);
  });
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== origin) note(`foreign request: ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText;
    // A page that is left before it is complete drops its requests. Without JavaScript, Chromium silently refuses to load
    // modules ahead; what the policy of the site refuses, it tells on the console as well.
    if (reason !== 'net::ERR_ABORTED' && reason !== 'csp') note(`failed request: ${request.url()} ${reason}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) note(`${response.status()}: ${response.url()}`);
  });
}
