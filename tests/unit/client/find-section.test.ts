import { expect, it } from 'vitest';
import { findSection } from '../../../src/client/find-section.ts';

const code = ['````md', '## コードの中', '```', '````'].join('\n');
const page = [
  '# EC2',
  '## 概要',
  '本文',
  '## Spot と 中断',
  '- 一',
  code,
  '続き',
  '## 中断',
  '終わり',
  '',
].join('\n\n');

it.each([
  ['概要', '## 概要\n\n本文\n\n'],
  ['Spot\u00a0と 中断', `## Spot と 中断\n\n- 一\n\n${code}\n\n続き\n\n`],
  ['中断', '## 中断\n\n終わり\n\n'],
])('finds the whole section called %s, whatever its code looks like', (title, section) => {
  expect(findSection(page, title)).toBe(section);
});

it('does not take a line of code for a section: who asks for what is not there gets the page', () => {
  expect(findSection(page, 'コードの中')).toBe(page);
});
