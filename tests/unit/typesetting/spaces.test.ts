import { describe, expect, it } from 'vitest';
import { bindSpaces } from '../../../src/typesetting/spaces.ts';

describe('spaces where no line ends', () => {
  it.each([
    ['最長 5 分で、128 KB まで', '最長 5_分で、128_KB_まで'],
    ['2026 年 11 月', '2026_年 11_月'],
    ['1.5 倍、1,000 件、80 %', '1.5_倍、1,000_件、80_%'],
    ['10~20 と 30', '10~20_と 30'],
    ['EC2 の台と VPC', 'EC2_の台と VPC'],
    [' のまま', '_のまま'],
    ['EC2 台', 'EC2 台'],
    ['IPv4 アドレス', 'IPv4 アドレス'],
    ['UTF-8 文字', 'UTF-8 文字'],
    ['5 seconds', '5 seconds'],
    [' 台', ' 台'],
  ])('%s', (text, bound) => {
    expect(bindSpaces(text)).toBe(bound.replaceAll('_', '\u00a0'));
  });
});
