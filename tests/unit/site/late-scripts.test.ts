import { describe, expect, it } from 'vitest';
import { withLateScripts } from '../../../src/site/late-scripts.ts';

const imports = new Map([
  ['_astro/page.js', ['_astro/words.js']],
  ['_astro/search.js', ['_astro/session.js', '_astro/words.js']],
  ['_astro/session.js', ['_astro/words.js']],
]);
const script = (name: string) => `<script type="module" src="/kb/_astro/${name}.js"></script>`;
const late = (name: string) =>
  `<script type="module" fetchpriority="low" src="/kb/_astro/${name}.js"></script>`;
const preload = (name: string) =>
  `<link rel="modulepreload" fetchpriority="low" href="/kb/_astro/${name}.js">`;

describe('the scripts of a page', () => {
  it('are fetched together with what they import, each once, and after what the page is drawn with', () => {
    expect(withLateScripts(`<p>1</p>${script('search')}${script('page')}`, '/kb/', imports)).toBe(
      `<p>1</p>${preload('session')}${preload('words')}${late('search')}${late('page')}`,
    );
  });

  it('stay as they are when they run before the first paint or hold data', () => {
    const html = '<script src="/kb/_astro/early.js"></script><script type="application/ld+json">{}</script>';
    expect(withLateScripts(html, '/kb/', imports)).toBe(html);
  });
});
