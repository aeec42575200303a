import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerInvalidation, answerKeyValueStore, answerStack, failJson, names } from './cloudfront.ts';
import type { FakeBucket } from './objects.ts';
import { answerS3, fail, type FakeAnswer, type FakeRequest } from './s3.ts';

/** What happened, in order: `PUT site-bucket/index.html`. */
export interface LogEntry {
  readonly call: string;
  readonly isWrite: boolean;
}

/** What is stored; everything that a crash leaves behind. */
export interface Stored {
  readonly site: FakeBucket;
  readonly state: FakeBucket;
  readonly redirects: Map<string, string>;
}

export interface FakeCloud {
  readonly url: string;
  readonly stored: Stored;
  readonly log: LogEntry[];
  readonly invalidations: string[][];
  /** The clock of S3 (`LastModified`). */
  now: Date;
  /** Milliseconds by which the cloud's clock is ahead of the machine's, as the `Date` of its answers says. */
  ahead: number;
  /** What to do with the n-th request from now on, counted from 1. Default: answer it. */
  fault: (n: number, call: string) => Fault | undefined | Promise<Fault | undefined>;
  /** Called after the n-th request was applied, before it is answered. */
  applied: (n: number, call: string) => void;
  /** Listeners of the CDN, called with the paths of each invalidation. */
  onInvalidate: (paths: readonly string[]) => void;
  /** Forgets log and faults, counts from 1 again, answers again. */
  reset(): void;
  snapshot(): Stored;
  restore(stored: Stored): void;
  close(): Promise<void>;
}

/**
 * `fail`: answer with an error and do nothing. `throttle`: the error that the SDK tries again. `cut`: do nothing and
 * close the connection, as when the machine is gone. `lost`: do it and close the connection, so that nobody hears of it.
 * `inside`: do nothing, answer 200 and tell the error in the body, as S3 does when a copy fails after it has begun.
 */
export type Fault = 'fail' | 'throttle' | 'cut' | 'lost' | 'inside';

/** S3, CloudFront, its KeyValueStore and CloudFormation on 127.0.0.1, in this process, with faults on demand. */
export async function startFakeCloud(): Promise<FakeCloud> {
  const stored: Stored = { site: new Map(), state: new Map(), redirects: new Map() };
  const buckets = new Map([
    [names.bucket, stored.site],
    [names.stateBucket, stored.state],
  ]);
  let count = 0;

  async function respond(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await readWhole(incoming);
    const call = describeCall(request);
    count += 1;
    const n = count;
    const fault = await cloud.fault(n, call);
    if (fault === 'cut') {
      incoming.socket.destroy();
      return;
    }
    cloud.log.push({ call, isWrite: isWrite(request) });
    const isDone = fault === undefined || fault === 'lost';
    const answer = isDone ? answerCall(request) : answerFault(fault, request);
    cloud.applied(n, call);
    if (fault === 'lost') {
      incoming.socket.destroy();
      return;
    }
    const date = new Date(Date.now() + cloud.ahead).toUTCString();
    response.writeHead(answer.status, { ...answer.headers, date }).end(answer.body);
  }

  function answerCall(request: FakeRequest): FakeAnswer {
    const { pathname } = request.url;
    if (pathname.startsWith('/key-value-stores/')) return answerKeyValueStore(stored.redirects, request);
    if (pathname === `/2020-05-31/distribution/${names.distribution}/invalidation`)
      return answerInvalidation((paths) => {
        cloud.invalidations.push(paths);
        cloud.onInvalidate(paths);
      }, request);
    if (pathname === '/') return answerStack(request);
    return answerS3(buckets, cloud.now, request);
  }

  const server: Server = createServer((incoming, response) => {
    respond(incoming, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const cloud: FakeCloud = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stored,
    log: [],
    invalidations: [],
    now: new Date(),
    ahead: 0,
    fault: () => undefined,
    applied: () => undefined,
    onInvalidate: () => undefined,
    reset() {
      count = 0;
      cloud.log.length = 0;
      cloud.invalidations.length = 0;
      cloud.ahead = 0;
      cloud.fault = () => undefined;
      cloud.applied = () => undefined;
    },
    snapshot: () => copyStored(stored),
    restore(from) {
      for (const key of ['site', 'state', 'redirects'] as const) {
        const [to, source] = [stored[key] as Map<string, unknown>, from[key]];
        to.clear();
        for (const [name, value] of source) to.set(name, value);
      }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return cloud;
}

/** The KeyValueStore speaks JSON, the others XML. */
function answerFault(fault: 'fail' | 'throttle' | 'inside', { url }: FakeRequest): FakeAnswer {
  if (fault === 'inside') return { ...fail(500, 'InternalError'), status: 200 };
  const [status, code] = fault === 'fail' ? ([403, 'AccessDenied'] as const) : ([503, 'SlowDown'] as const);
  return url.pathname.startsWith('/key-value-stores/') ? failJson(status, code) : fail(status, code);
}

const copyStored = ({ site, state, redirects }: Stored): Stored => ({
  site: new Map(site),
  state: new Map(state),
  redirects: new Map(redirects),
});

async function readWhole(incoming: IncomingMessage): Promise<FakeRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return {
    method: incoming.method ?? '',
    url: new URL(incoming.url ?? '/', 'http://127.0.0.1'),
    headers: Object.fromEntries(
      Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
    ),
    body: Buffer.concat(chunks),
  };
}

function describeCall({ method, url, headers, body }: FakeRequest): string {
  const verb = headers['x-amz-copy-source'] === undefined ? method : 'COPY';
  if (url.pathname === '/') return `POST ${new URLSearchParams(body.toString('utf8')).get('Action')}`;
  return `${verb} ${decodeURIComponent(url.pathname).slice(1)}`;
}

const isWrite = ({ method, url }: FakeRequest): boolean =>
  method !== 'GET' && method !== 'HEAD' && url.pathname !== '/';
