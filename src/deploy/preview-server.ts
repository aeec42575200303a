import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { classifyPath } from './cache-classes.ts';
import { loadEdge, type EdgeRequest } from './edge/run-edge.ts';
import { sendFile } from './preview-response.ts';

export interface PreviewOptions {
  /** The build folder. Read anew for each request, so a new build shows without a restart. */
  readonly root: string;
  /** Where the site begins, with slashes at both ends: `/` or `/kb/`. */
  readonly base?: string;
  /** 0: any free port. */
  readonly port?: number;
  readonly host?: string;
  /** Old page path to new place, as `flattenRedirects` makes them (without the base). */
  readonly redirects?: Readonly<Record<string, string>>;
}

export interface PreviewServer {
  /** The address of the home page, with the base and a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves a build as CloudFront does: through the shipped edge function, with the same headers from the same tables,
 * compressed alike, with 304 and with the site's own page for 404. A file that a deploy would refuse is not served.
 * Rejects when the port is taken.
 */
export async function startPreviewServer({
  root,
  base = '/',
  port = 0,
  host = '127.0.0.1',
  redirects = {},
}: PreviewOptions): Promise<PreviewServer> {
  const runEdge = loadEdge({ lookUp: (key) => redirects[key] });
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' }).end(String(error));
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    const asked = readRequest(request);
    if (!asked.uri.startsWith(base)) return sendMissing(request, response);
    const edge = await runEdge({ ...asked, uri: asked.uri.slice(base.length - 1) });
    if ('status' in edge) {
      const location = edge.headers['location'];
      const headers =
        location === undefined ? edge.headers : { ...edge.headers, location: base.slice(0, -1) + location };
      response.writeHead(edge.status, headers).end();
      return;
    }
    const path = decodePath(edge.uri);
    const body = path === undefined ? undefined : await readPublished(root, path);
    if (path === undefined || body === undefined) return sendMissing(request, response);
    await sendFile(request, response, { path, body, status: 200 });
  }

  async function sendMissing(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = '404.html';
    const body = (await readPublished(root, path)) ?? new TextEncoder().encode('404');
    await sendFile(request, response, { path, body, status: 404 });
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${name}:${address.port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** CloudFront hands the path over as it was sent, so it is not decoded here. */
function readRequest({ method = 'GET', url = '/', headers }: IncomingMessage): EdgeRequest {
  const mark = url.indexOf('?');
  return {
    method,
    uri: mark < 0 ? url : url.slice(0, mark),
    query: mark < 0 ? undefined : url.slice(mark + 1),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
  };
}

/** The key that S3 would look for, or undefined for an address that is not well encoded. */
function decodePath(uri: string): string | undefined {
  try {
    return decodeURIComponent(uri).slice(1);
  } catch {
    return undefined;
  }
}

/**
 * Only paths of the table are read, so no address leads out of the folder or to a hidden file; nor do links, or names
 * that only a disk without upper and lower case takes for the same.
 */
async function readPublished(root: string, path: string): Promise<Uint8Array | undefined> {
  if (classifyPath(path) === undefined) return undefined;
  const file = join(root, path);
  try {
    return (await realpath(file)) === join(await realpath(root), path) ? await readFile(file) : undefined;
  } catch {
    return undefined;
  }
}
