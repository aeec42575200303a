import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createContext, Script } from 'node:vm';

/** What CloudFront gives to a function: the path as it was sent (percent-encoded), the query without `?`. */
export interface EdgeRequest {
  readonly method: string;
  readonly uri: string;
  readonly query: string | undefined;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Either the path to look for in the cache and the bucket, or a response that the function made itself. */
export type EdgeAnswer =
  { readonly uri: string } | { readonly status: number; readonly headers: Readonly<Record<string, string>> };

export type Access = 'public' | 'basic';

export interface EdgeOptions {
  /** The KeyValueStore: a value, or undefined for a key that it does not have. */
  readonly lookUp: (key: string) => string | undefined;
  readonly access?: Access;
}

interface RawAnswer {
  uri?: string;
  statusCode?: number;
  headers?: Record<string, { value: string }>;
}

/** The text of the function as it is shipped. */
export const edgeSource = readFileSync(new URL('viewer-request.js', import.meta.url), 'utf8');

const ACCESS_LINE = "const ACCESS = 'public';";
const IMPORT_LINE = /^import (\w+) from '(\w+)';$/gm;

/** The function with its one setting in place; `value` may be a placeholder of a template. */
export function setAccess(source: string, value: string): string {
  if (!source.includes(ACCESS_LINE)) throw new Error(`The edge function has no line ${ACCESS_LINE}`);
  return source.replace(ACCESS_LINE, `const ACCESS = '${value}';`);
}

/**
 * Runs the shipped function as CloudFront's runtime 2.0 does: an own context without timers, network, files, a clock
 * or code from strings; `cloudfront` and `crypto` are all that it can import. Everything else of the text is
 * untouched.
 */
export function loadEdge({
  lookUp,
  access = 'public',
}: EdgeOptions): (request: EdgeRequest) => Promise<EdgeAnswer> {
  const store = {
    get: async (key: string) => {
      const value = lookUp(key);
      if (value === undefined) throw new Error('KeyNotFound');
      return value;
    },
  };
  const sandbox = { cf: { kvs: () => store }, crypto: { createHash }, Date: undefined };
  const context = createContext(sandbox, { codeGeneration: { strings: false, wasm: false } });
  const text = setAccess(edgeSource, access).replace(IMPORT_LINE, '');
  const handler = new Script(`${text}\nhandler`).runInContext(context) as (
    event: unknown,
  ) => Promise<RawAnswer>;
  return async ({ method, uri, query, headers }) => {
    const wrapped = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, { value }]));
    const request = { method, uri, headers: wrapped, rawQueryString: () => query };
    const answer = await handler({ version: '1.0', request });
    if (answer.statusCode === undefined) return { uri: answer.uri ?? '' };
    const made = Object.entries(answer.headers ?? {}).map(([name, { value }]) => [name, value]);
    return { status: answer.statusCode, headers: Object.fromEntries(made) };
  };
}
