/** Names are in lower case. */
type Headers = Readonly<Record<string, string>>;

const everywhere = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  // Two years. Not `preload`: that cannot be taken back, so the owner must ask for it.
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
} as const satisfies Headers;

/**
 * No inline code of any kind, and no WebAssembly. The search fetches its index (`connect-src`).
 * `upgrade-insecure-requests` is left out on purpose: on http://127.0.0.1 it would turn every request of a page into
 * an https one that nobody answers, and the policy that is tested must be the policy that is served. All references
 * are to the own site, and `strict-transport-security` already keeps that on https.
 */
const pagePolicy = [
  "default-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "img-src 'self'",
  "font-src 'self'",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "require-trusted-types-for 'script'",
].join('; ');

/** An SVG that is opened by itself is a document: it keeps its styles and runs nothing. */
const drawingPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/**
 * The headers that are the same for every file of a kind. CloudFront adds them (the policies in `.aws/template.yaml`
 * are written from this table), the local preview server adds them too, so what is tested is what is served.
 */
export const headerPolicies = {
  /** Scripts carry it as well as pages: a worker takes its policy from its own response. */
  site: { ...everywhere, 'content-security-policy': pagePolicy },
  drawing: { ...everywhere, 'content-security-policy': drawingPolicy },
} as const satisfies Record<string, Headers>;

export type HeaderPolicy = keyof typeof headerPolicies;

/** The policy of a request path, with or without leading slash, as CloudFront's path pattern `*.svg` decides it. */
export function policyOf(path: string): HeaderPolicy {
  return path.endsWith('.svg') ? 'drawing' : 'site';
}
