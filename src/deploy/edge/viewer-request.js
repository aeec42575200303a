/* eslint @typescript-eslint/no-unused-vars: off -- CloudFront calls `handler`, and old syntax names what it catches */
import cf from 'cloudfront';
import crypto from 'crypto';

// Runs for every request before CloudFront looks into its cache. This file is the one that is shipped: the template
// carries it, the tests and the local preview run it. The stack writes `basic` here to ask for a password.
const ACCESS = 'public';

// CloudFront adds its header policies to what comes from the cache or the origin; a redirect made here is neither.
const REDIRECT_HEADERS = {
  'cache-control': { value: 'public, max-age=300' },
  'strict-transport-security': { value: 'max-age=63072000; includeSubDomains' },
};

const store = cf.kvs();

async function handler(event) {
  const request = event.request;
  if (ACCESS === 'basic' && !(await isAllowed(request))) return askPassword();
  const page = findPage(request.uri);
  if (page === null) return request;
  const moved = await findRedirect(page);
  if (moved !== null) return redirect(moved, request);
  if (page !== request.uri) return redirect(page, request);
  request.uri = page + 'index.html';
  return request;
}

// The one address of a page: `/x`, `/x/` and `/x/index.html` are all `/x/`. Null for a file.
// Only the last segment can tell: `/v2.0/x` is a page. Slashes are joined because a `location` that begins with two
// of them would lead to another site.
function findPage(uri) {
  const last = uri.slice(uri.lastIndexOf('/') + 1);
  if (last !== '' && last !== 'index.html' && last.indexOf('.') >= 0) return null;
  const folder = last === 'index.html' ? uri.slice(0, -last.length) : uri + '/';
  return folder.replace(/[/\\]+/g, '/');
}

// The store answers a key that it does not have with an error.
async function findRedirect(page) {
  try {
    return await store.get(page);
  } catch (_) {
    return null;
  }
}

function redirect(to, request) {
  const query = request.rawQueryString();
  const hash = to.indexOf('#');
  const path = hash < 0 ? to : to.slice(0, hash);
  const anchor = hash < 0 ? '' : to.slice(hash);
  const headers = Object.assign(
    { location: { value: path + (query ? '?' + query : '') + anchor } },
    REDIRECT_HEADERS,
  );
  return { statusCode: 301, statusDescription: 'Moved Permanently', headers: headers };
}

// The store holds the SHA-256 of the whole `Authorization` header, so whoever can read the store does not have the
// password. No entry, or a store that does not answer, means no entrance.
async function isAllowed(request) {
  const header = request.headers.authorization;
  if (!header) return false;
  try {
    return isEqual(
      crypto.createHash('sha256').update(header.value).digest('hex'),
      await store.get('basic-auth'),
    );
  } catch (_) {
    return false;
  }
}

// Takes the same time wherever the first difference is.
function isEqual(a, b) {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i += 1) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
}

function askPassword() {
  return {
    statusCode: 401,
    statusDescription: 'Unauthorized',
    headers: {
      'www-authenticate': { value: 'Basic realm="Kumo Note", charset="UTF-8"' },
      'cache-control': { value: 'no-store' },
    },
  };
}
