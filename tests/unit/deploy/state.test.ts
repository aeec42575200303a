import { expect, test } from 'vitest';
import {
  beginRelease,
  emptyState,
  findLive,
  findUnsettled,
  goLive,
  settle,
  siteStateSchema,
  type SiteState,
} from '../../../src/deploy/state.ts';
import { daysAgo, entry, id, LOCK, NOW } from './samples.ts';

const begin = (state: SiteState, n: number) =>
  beginRelease(state, { release: id(n), command: 'deploy', lock: LOCK });
const outline = ({ history }: SiteState) =>
  history.map(({ release, stage }) => `${Number.parseInt(release, 16)} ${stage}`);

test('a release begins, goes live, is settled; the one before stays in the history', () => {
  const one = settle(goLive(begin(emptyState, 1), NOW), () => true);
  expect(outline(one)).toEqual(['1 settled']);
  const begun = begin(one, 2);
  expect(outline(begun)).toEqual(['2 started', '1 settled']);
  expect(findLive(begun)?.release).toBe(id(1));
  expect(begun.lock).toEqual(LOCK);
  const two = settle(goLive(begun, NOW), () => true);
  expect([outline(two), two.lock]).toEqual([['2 settled', '1 settled'], null]);
  expect(siteStateSchema.parse(JSON.parse(JSON.stringify(two)))).toEqual(two);
});

test('beginning the newest again changes only the lock', () => {
  for (const stage of ['started', 'live', 'settled'] as const) {
    const state = { ...emptyState, history: [entry(id(1), NOW, stage)] };
    expect(begin(state, 1)).toEqual({ ...state, lock: LOCK });
  }
});

test('going live twice keeps the first moment', () => {
  const live = goLive(begin(emptyState, 1), daysAgo(2));
  expect(goLive(live, NOW)).toEqual(live);
});

test('settling forgets what is not kept', () => {
  const state = {
    ...emptyState,
    history: [entry(id(3), NOW, 'live'), entry(id(2), daysAgo(1)), entry(id(1), daysAgo(2))],
  };
  expect(outline(settle(state, ({ release }) => release === id(2)))).toEqual(['3 settled', '2 settled']);
});

test.each<[string[], number[]]>([
  [[], []],
  [['1 settled'], []],
  [['2 settled', '1 settled'], []],
  [['2 started', '1 settled'], [2]],
  [
    ['3 started', '2 started', '1 settled', '0 settled'],
    [3, 2],
  ],
  [['2 live', '1 settled'], [1]],
  [
    ['3 started', '2 live', '1 settled', '0 settled'],
    [3, 1],
  ],
  [['1 started', '2 started', '1 settled'], [2]],
  [['1 started'], [1]],
])('unsettled in %j: %j', (lines, expected) => {
  const history = lines.map((line) => {
    const [n, stage] = line.split(' ');
    return entry(id(Number(n)), NOW, stage as 'started');
  });
  expect(findUnsettled({ ...emptyState, history })).toEqual(expected.map(id));
});

test('there is nothing to finish where nothing began', () => {
  expect(() => goLive(emptyState, NOW)).toThrow();
  expect(() => settle(emptyState, () => true)).toThrow();
});
