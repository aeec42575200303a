import { loadEdge } from '../../../src/deploy/edge/run-edge.ts';
import type { Stored } from './fake-cloud.ts';
import type { FakeObject } from './objects.ts';
import { readHeaders, readTemplate } from './read-template.ts';

export interface FrontAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What readers meet: CloudFront with a cache of its own, in front of the double's bucket. */
export interface Front {
  get(address: string, headers?: Readonly<Record<string, string>>): Promise<FrontAnswer>;
  invalidate(paths: readonly string[]): void;
  /** Another front with the same cache content; what happens to one does not touch the other. */
  fork(options?: { empty: boolean }): Front;
}

interface CacheEntry {
  readonly status: number;
  readonly object: FakeObject;
  readonly expires: number;
}

const template = readTemplate();
const distribution = template.Resources['Distribution']?.Properties.DistributionConfig;
const ttl = template.Resources['CachePolicy']?.Properties.CachePolicyConfig;
const [missing] = distribution.CustomErrorResponses;
/** Path patterns in CloudFront's order, the default last. */
const behaviors = [
  ...distribution.CacheBehaviors,
  { PathPattern: '*', ...distribution.DefaultCacheBehavior },
].map(({ PathPattern, ResponseHeadersPolicyId }) => ({
  pattern: new RegExp(`^${PathPattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`),
  headers: readHeaders(template, ResponseHeadersPolicyId.Ref),
}));
const mayList = template.Resources['SiteBucketPolicy']?.Properties.PolicyDocument.Statement.some(
  ({ Action, Effect }: { Action: string; Effect: string }) =>
    Effect === 'Allow' && Action === 's3:ListBucket',
);

/**
 * Emulates CloudFront as the template sets it up: the shipped edge function in front of the cache, a cache key without
 * the query, times to live between the bounds of the cache policy, S3's 403 for missing objects unless the bucket
 * policy lets CloudFront list, the custom error page, the header policies by path pattern, and invalidations.
 */
export function openFront(stored: Stored, clock: () => Date, cache = new Map<string, CacheEntry>()): Front {
  const runEdge = loadEdge({ lookUp: (key) => stored.redirects.get(key) });

  function fetchObject(uri: string): CacheEntry {
    const cached = cache.get(uri);
    if (cached && cached.expires > clock().getTime()) return cached;
    const found = stored.site.get(decodeURIComponent(uri).slice(1));
    const entry = found ? { status: 200, object: found, expires: expiry(found) } : missingEntry();
    cache.set(uri, entry);
    return entry;
  }

  function missingEntry(): CacheEntry {
    const status = mayList ? 404 : 403;
    if (status !== missing.ErrorCode)
      throw new Error(`S3 answers ${status}, which the distribution does not map`);
    const page = fetchObject(missing.ResponsePagePath);
    if (page.status !== 200) throw new Error('There is no page for 404');
    const expires = clock().getTime() + missing.ErrorCachingMinTTL * 1000;
    return { status: missing.ResponseCode, object: page.object, expires };
  }

  const expiry = ({ cacheControl }: FakeObject): number => {
    const age = /s-maxage=(\d+)/.exec(cacheControl)?.[1] ?? /max-age=(\d+)/.exec(cacheControl)?.[1];
    const wanted = /no-cache|no-store/.test(cacheControl) ? 0 : Number(age ?? ttl.DefaultTTL);
    return clock().getTime() + Math.min(Math.max(wanted, ttl.MinTTL), ttl.MaxTTL) * 1000;
  };

  return {
    async get(address, headers = {}) {
      const [uri = '/', query] = address.replace(/#.*$/, '').split('?');
      const policy = behaviors.find(({ pattern }) => pattern.test(uri))?.headers ?? {};
      const edge = await runEdge({ method: 'GET', uri, query, headers });
      if ('status' in edge) return { ...edge, body: '' };
      const { status, object } = fetchObject(edge.uri);
      const all = {
        ...policy,
        'content-type': object.contentType,
        'cache-control': object.cacheControl,
        etag: `"${object.etag}"`,
      };
      if (status === 200 && headers['if-none-match'] === all.etag)
        return { status: 304, headers: all, body: '' };
      return { status, headers: all, body: object.body.toString('utf8') };
    },
    invalidate(paths) {
      for (const path of paths) {
        const isHit = path.endsWith('*')
          ? (key: string) => key.startsWith(path.slice(0, -1))
          : (key: string) => key === path;
        for (const key of [...cache.keys()]) if (isHit(key)) cache.delete(key);
      }
    },
    fork: ({ empty } = { empty: false }) => openFront(stored, clock, empty ? new Map() : new Map(cache)),
  };
}
