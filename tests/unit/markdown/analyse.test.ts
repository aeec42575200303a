import { expect, it } from 'vitest';
import { analyseBody } from '../../../src/markdown/analyse.ts';
import { parseMdx } from '../../../src/markdown/parse.ts';

const leadOf = (text: string): string => analyseBody(parseMdx(text), 'a.mdx', 'note').outline.lead;

it.each([
  ['短い。', '短い。'],
  [`${'あ'.repeat(100)}。${'い'.repeat(100)}。`, `${'あ'.repeat(100)}。`],
  ['あ'.repeat(200), `${'あ'.repeat(140)}…`],
  [`あ${'𠮷'.repeat(100)}`, `あ${'𠮷'.repeat(69)}…`],
])('%.12s… begins with whole sentences, or at least with whole characters', (text, lead) => {
  expect(leadOf(text)).toBe(lead);
});
