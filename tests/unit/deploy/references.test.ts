import { expect, test } from 'vitest';
import { findReferences, resolveReference } from '../../../src/deploy/references.ts';

test.each<[string, string[]]>([
  ['<link rel="stylesheet" href="/_astro/a.css">', ['/_astro/a.css']],
  ["<SCRIPT type=module SRC='/_astro/a.js'></SCRIPT>", ['/_astro/a.js']],
  ['<img alt="x > y" src="/a.png" srcset="/a.png 1x, /b.png 2x">', ['/a.png', '/b.png']],
  ['<source srcset="/a.avif">', ['/a.avif']],
  ['<link\n  href="/a.css?v=1#x"\n>', ['/a.css']],
  ['<link rel="canonical" href="https://kb.example.com/">', []],
  ['<script src="//cdn.example/x.js"></script>', []],
  ['<a href="/services/">x</a><form action="/x"></form>', []],
  ['<use href="#icon"><script>"/x.js"</script>', []],
  ['<code>&lt;script src="/x.js"&gt;</code>', []],
  ['<img data-src="/lazy.png">', []],
  ['<linked href="/x">', []],
])('%s', (html, expected) => {
  expect(findReferences(html)).toEqual(expected);
});

test.each([
  ['/', '/', 'index.html'],
  ['/services/', '/', 'services/index.html'],
  ['/a.css', '/', 'a.css'],
  ['/kb/', '/kb/', 'index.html'],
  ['/kb/a.css', '/kb/', 'a.css'],
  ['/a.css', '/kb/', undefined],
  ['/kbx/a.css', '/kb/', undefined],
])('%s under %s is %s', (address, base, path) => {
  expect(resolveReference(address, base)).toBe(path);
});
