import { describe, expect, it } from 'vitest';
import { estimateHeight } from '../../../src/model/section-height.ts';

const EMPTY = estimateHeight('');

describe('the height of a section', () => {
  it.each([
    ['full-width letters', `<p>${'あ'.repeat(100)}</p>`, 14.5],
    ['Latin letters, half as wide', `<p>${'a'.repeat(200)}</p>`, 14.5],
    ['tags and references are no letters', `<p><a href="/${'x'.repeat(200)}">&#x26;&amp;</a></p>`, 2],
    ['headings', '<h2 id="a"></h2><h3></h3>', 6],
    ['items and cells', '<ul><li></li><li></li></ul><table><tr><th></th><td></td></tr></table>', 5],
    ['code, a line each', `<figure class="code"><pre><code>a\n${'b'.repeat(500)}</code></pre></figure>`, 7.6],
    ['pictures, without their words', '<svg class="dg" viewBox="0 0 200 320"><text>あああ</text></svg>', 20],
    ['a picture whose frame begins elsewhere', '<svg viewBox="-8 -8 200 320"></svg>', 20],
  ])('counts %s', (_, html, rems) => {
    expect(estimateHeight(html) - EMPTY).toBe(Math.ceil(rems));
  });
});
