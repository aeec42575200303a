import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
};

export interface BaselineServer {
  readonly url: string;
  /** Bytes of all files but pages since the last call: a browser does not tell what a worker of a page loads. */
  takeBytes(): number;
  close(): Promise<void>;
}

/**
 * Serves a folder compressed as the site is, but without its policy: Pagefind compiles WebAssembly and starts a
 * worker, which the site forbids.
 */
export async function serveBaseline(folder: string): Promise<BaselineServer> {
  let sent = 0;
  const server = createServer((request, response) => {
    const path = normalize((request.url ?? '/').replace(/\?.*$/, '').replace(/\/$/, '/index.html'));
    readFile(join(folder, path)).then(
      (body) => {
        const type = TYPES[extname(path)];
        const packed =
          type === undefined
            ? body
            : brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
        if (type !== TYPES['.html']) sent += packed.byteLength;
        response.setHeader('cache-control', 'max-age=3600');
        if (type !== undefined) response.setHeader('content-type', type).setHeader('content-encoding', 'br');
        response.end(packed);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    takeBytes() {
      const taken = sent;
      sent = 0;
      return taken;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
