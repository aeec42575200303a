import { expect, it } from 'vitest';
import { bodyOf } from '../known.ts';

it.each([
  ['line breaks at the ends of lines', 'あ<br>\nい<br><br>\nう', 'あ\\\nい\\\n\\\nう'],
  ['items on one line', '<ul><li>一</li><li>二</li></ul>', '一\\\n二'],
  ['items below each other', '<ul>\n<li>一</li>\n<li>二</li>\n</ul>', '一\\\n二'],
  ['a box', '前<div>中</div>後', '前\\\n中\\\n後'],
  ['boxes whose tags stand alone', '<div>\n中\n</div>\n外', '中\n\n外'],
  ['tags that only format', '<b>太</b>字と<span class="x">色</span>', '太字と色'],
  ['items in a cell', '| a |\n| - |\n| <ul><li>一</li><li>二</li></ul> |', '| a |\n| - |\n| 一<br />二 |'],
  ['a break at the end of a cell', '| a |\n| - |\n| 一<br> |', '| a |\n| - |\n| 一 |'],
  ['a tag that means something', '<pre>x</pre>', '\\<pre>x\\</pre>'],
])('%s in HTML', (_, html, mdx) => {
  expect(bodyOf(html)).toBe(`${mdx}\n`);
});
