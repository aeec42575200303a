/** What TypeScript does not know yet: https://www.w3.org/TR/trusted-types/ */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: () => string },
  ): { createScriptURL(url: string): string };
}

/**
 * Starts the service worker, which keeps visited pages for when there is no network. Where the policy of the site asks
 * for it, its address is a trusted one: a policy that knows this one address and no other.
 */
export async function keepForOffline(): Promise<void> {
  const scope = import.meta.env.BASE_URL;
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('service-worker', { createScriptURL: () => `${scope}sw.js` });
  const url = policy?.createScriptURL('') ?? `${scope}sw.js`;
  // Forbidden in a private window of some browsers; the site works without.
  await navigator.serviceWorker.register(url, { scope, updateViaCache: 'none' }).catch(() => undefined);
}
