import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../../scripts/command.ts';
import { ACCENT, PAPER } from '../../../src/styles/brand.ts';

const read = (file: string) => readFileSync(join(root, file), 'utf8');

it('the style sheet has the colours of the brand', () => {
  const tokens = read('src/styles/tokens.css');
  expect(tokens).toContain(`--paper: light-dark(${PAPER.light}, ${PAPER.dark});`);
  expect(tokens).toContain(`--accent: light-dark(${ACCENT},`);
});

it('so has the favicon', () => {
  expect(new Set(read('public/favicon.svg').match(/#\w{6}/g))).toEqual(new Set([ACCENT]));
});
