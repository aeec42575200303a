import { describe, expect, test } from 'vitest';
import { headerPolicies, policyOf } from '../../../src/deploy/headers.ts';

const policy = (name: keyof typeof headerPolicies) =>
  new Map(
    headerPolicies[name]['content-security-policy'].split('; ').map((directive) => {
      const [key = '', ...values] = directive.split(' ');
      return [key, values.join(' ')];
    }),
  );

describe('the policy of pages', () => {
  test('forbids everything, then allows the site itself', () => {
    expect(Object.fromEntries(policy('site'))).toEqual({
      'default-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'self'",
      'frame-ancestors': "'none'",
      'img-src': "'self'",
      'font-src': "'self'",
      'style-src': "'self'",
      'script-src': "'self'",
      'connect-src': "'self'",
      'worker-src': "'self'",
      'manifest-src': "'self'",
      'require-trusted-types-for': "'script'",
    });
  });

  test('allows no inline code, no other site, and works on http://127.0.0.1', () => {
    const text = headerPolicies.site['content-security-policy'];
    expect(text).not.toMatch(/unsafe-inline|'unsafe-eval'|data:|blob:|https?:|\*|upgrade-insecure-requests/);
  });
});

test('a drawing that is opened by itself runs nothing', () => {
  expect(Object.fromEntries(policy('drawing'))).toEqual({
    'default-src': "'none'",
    'style-src': "'unsafe-inline'",
    sandbox: '',
  });
});

test.each(['site', 'drawing'] as const)(
  '%s: every other header is the same, in lower case, without relics',
  (name) => {
    const { 'content-security-policy': _, ...rest } = headerPolicies[name];
    expect(rest).toEqual({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'strict-transport-security': 'max-age=63072000; includeSubDomains',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    });
  },
);

test.each([
  ['favicon.svg', 'drawing'],
  ['/images/a.svg', 'drawing'],
  ['index.html', 'site'],
  ['/_astro/a.js', 'site'],
  ['/svg/', 'site'],
])('%s has the policy of a %s', (path, name) => expect(policyOf(path)).toBe(name));
