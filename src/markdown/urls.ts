/**
 * The links that content may hold: http(s), mailto, a path of this site, or an anchor of the same page. Everything
 * else (javascript:, data:, protocol-relative …) is refused, not cleaned.
 */
export function isAllowedUrl(url: string): boolean {
  // Browsers drop tabs and newlines inside a URL and blanks before it, so none may be there to begin with.
  if (/[\u0000-\u0020\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\\]/u.test(url))
    return false;
  return /^(?:https?:\/\/[^/]|mailto:[^:]+$|\/(?!\/)|#)/iu.test(url);
}

/** Whether a URL stays on this site. */
export const isInternalUrl = (url: string): boolean => url.startsWith('/') || url.startsWith('#');
