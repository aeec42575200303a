import { expect, test } from 'vitest';
import { findRollbackTarget } from '../../../src/deploy/rollback.ts';
import { entry, NOW } from './samples.ts';
import { releaseIdSchema } from '../../../src/deploy/release.ts';

const id = (letter: string) => releaseIdSchema.parse(letter.repeat(16));

/** `d` deployed, `r` rolled back to; `s` began only, `l` live but not settled; newest first. */
const history = (...lines: string[]) =>
  lines.map((line) => {
    const [how = '', letter = ''] = line.split(' ');
    const stage = how.startsWith('s') ? 'started' : how.startsWith('l') ? 'live' : 'settled';
    return entry(id(letter), NOW, stage, how.endsWith('r') ? 'rollback' : 'deploy');
  });

test.each<[string[], string | undefined]>([
  [['d c', 'd b', 'd a'], 'b'],
  [['r b', 'd c', 'd b', 'd a'], 'a'],
  [['r a', 'r b', 'd c', 'd b', 'd a'], undefined],
  [['d c', 'r a', 'd b', 'd a'], 'a'],
  [['d a', 'd b', 'd a'], 'b'],
  [['d b', 'd a', 'd b', 'd a'], 'a'],
  [['sd c', 'd b', 'd a'], 'b'],
  [['sd a', 'd b', 'd a'], 'b'],
  [['d c', 'sd b', 'd a'], 'a'],
  // The same command again, after it stopped half-way: on to the same release, not back to the bad one, nor beyond.
  [['sr b', 'd c', 'd b', 'd a'], 'b'],
  [['lr b', 'd c', 'd b', 'd a'], 'b'],
  [['ld c', 'd b', 'd a'], 'b'],
  [['d a'], undefined],
  [['sd a'], undefined],
  [[], undefined],
])('without a name, from %j to %s', (lines, expected) => {
  const found = findRollbackTarget(history(...lines), undefined);
  expect(found.release).toBe(expected && id(expected));
  if (!expected) expect(found.diagnostic?.code).toBe('N714');
});

test('by the beginning of its id', () => {
  const list = history('d c', 'sd b', 'd a');
  expect(findRollbackTarget(list, 'aaaa').release).toBe(id('a'));
  expect(findRollbackTarget(list, id('c')).release).toBe(id('c'));
  for (const asked of ['aaa', 'bbbb', 'dddd', ''])
    expect(findRollbackTarget(list, asked).diagnostic?.code, asked).toBe('N713');
});

test('a mistyped id is told the nearest one', () => {
  const found = findRollbackTarget(history('d a'), `b${'a'.repeat(15)}`);
  expect(found.diagnostic?.values).toEqual({ release: `b${'a'.repeat(15)}`, nearest: id('a') });
});

test('a beginning that fits two releases fits none', () => {
  const [one, two] = [id('a'), releaseIdSchema.parse(`aaaa${'b'.repeat(12)}`)];
  expect(findRollbackTarget([entry(one, NOW), entry(two, NOW)], 'aaaa').diagnostic?.code).toBe('N713');
  expect(findRollbackTarget([entry(one, NOW), entry(two, NOW)], 'aaaab').release).toBe(two);
});
