import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { measureFile } from './build-folder.ts';
import { cacheClasses, classifyPath } from './cache-classes.ts';
import { contentTypeOf, isCompressed } from './content-types.ts';
import { headerPolicies, policyOf } from './headers.ts';

/** CloudFront compresses nothing smaller or larger than this (bytes). */
const COMPRESSIBLE = { min: 1_000, max: 10_000_000 };

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

export interface FoundFile {
  /** Inside the build, without a leading slash. */
  readonly path: string;
  readonly body: Uint8Array;
  readonly status: 200 | 404;
}

/**
 * Sends one file of a build with the headers that CloudFront would send: stored ones by the file's class, policy ones
 * by the address that was asked for (CloudFront picks the policy before it knows whether there is such a file).
 */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  found: FoundFile,
): Promise<void> {
  const { path, body, status } = found;
  const encoded = await encodeBody(path, body, String(request.headers['accept-encoding'] ?? ''));
  const etag = `"${measureFile(path, body).md5}"`;
  const headers: Record<string, string> = {
    ...headerPolicies[policyOf((request.url ?? '/').replace(/\?.*$/, ''))],
    'content-type': contentTypeOf(path),
    'cache-control': cacheClasses[classifyPath(path) ?? 'missing'].cacheControl,
    // Compressed on the way, the bytes are no longer those that the tag names.
    etag: encoded.encoding === undefined ? etag : `W/${etag}`,
    ...(isCompressed(path) ? { vary: 'accept-encoding' } : {}),
  };
  if (status === 200 && namesTag(request.headers['if-none-match'], etag)) {
    delete headers['content-type'];
    response.writeHead(304, headers).end();
    return;
  }
  if (encoded.encoding !== undefined) headers['content-encoding'] = encoded.encoding;
  headers['content-length'] = String(encoded.body.byteLength);
  // Node.js sends no body to who asks for the head only.
  response.writeHead(status, headers).end(encoded.body);
}

async function encodeBody(
  path: string,
  body: Uint8Array,
  accepted: string,
): Promise<{ body: Uint8Array; encoding?: string }> {
  const { min, max } = COMPRESSIBLE;
  if (!isCompressed(path) || body.byteLength < min || body.byteLength > max) return { body };
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
  if (/\bbr\b/.test(accepted)) return { body: await compressBrotli(body, quality), encoding: 'br' };
  if (/\bgzip\b/.test(accepted)) return { body: await compressGzip(body), encoding: 'gzip' };
  return { body };
}

/** Compares as RFC 9110 asks for `If-None-Match`: weak tags are equal to strong ones. */
function namesTag(header: string | undefined, etag: string): boolean {
  return (header ?? '')
    .split(',')
    .some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
}
