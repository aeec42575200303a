import { describe, expect, test } from 'vitest';
import { readChange, readContext } from '../../../src/deploy/command-line.ts';

const signal = new AbortController().signal;
const names = { bucket: 'b', 'state-bucket': 's', distribution: 'd', kvs: 'arn' };
const read = (values: Record<string, string | boolean>, env: Record<string, string> = {}) =>
  readContext(values, env, signal);

test.each<[string, Record<string, string>, Record<string, string>, unknown]>([
  ['a stack', { stack: 'x' }, {}, { stack: 'x' }],
  ['a stack of the environment', {}, { DEPLOY_STACK: 'y' }, { stack: 'y' }],
  ['the option before the environment', { stack: 'x' }, { DEPLOY_STACK: 'y' }, { stack: 'x' }],
  [
    'four names',
    names,
    { DEPLOY_STACK: 'y' },
    { bucket: 'b', stateBucket: 's', distribution: 'd', redirectStore: 'arn' },
  ],
])('%s', (_, values, env, place) => {
  expect(read(values, env)).toMatchObject({ place });
});

test.each<[string, Record<string, string>]>([
  ['nothing', {}],
  ['three of four names', { bucket: 'b', 'state-bucket': 's', distribution: 'd' }],
  ['both', { stack: 'x', ...names }],
  ['a stack and one name', { stack: 'x', bucket: 'b' }],
])('%s is no place', (_, values) => {
  expect(read(values)).toEqual({ problem: expect.stringContaining('--stack') });
});

test('another address than AWS comes from the option or the environment', () => {
  expect(read({ stack: 'x', endpoint: 'http://a' }, { AWS_ENDPOINT_URL: 'http://b' })).toMatchObject({
    endpoint: 'http://a',
  });
  expect(read({ stack: 'x' }, { AWS_ENDPOINT_URL: 'http://b' })).toMatchObject({ endpoint: 'http://b' });
  expect(read({ stack: 'x' })).toMatchObject({ endpoint: undefined, json: false });
});

test('whoever holds the lock can be found', () => {
  const owner = (env: Record<string, string>) => {
    const context = read({ stack: 'x' }, env);
    return 'owner' in context ? context.owner : undefined;
  };
  const run = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'o/r', GITHUB_RUN_ID: '7' };
  expect(owner(run)).toBe('https://github.com/o/r/actions/runs/7');
  expect(owner({ CODEBUILD_BUILD_ID: 'kumo:1' })).toBe('kumo:1');
  expect(owner({})).toMatch(/^.+@.+$/);
});

test('no two runs have the same token', () => {
  const [a, b] = [read({ stack: 'x' }), read({ stack: 'x' })];
  expect('token' in a && 'token' in b && a.token !== b.token).toBe(true);
});

describe('what may be changed', () => {
  test.each<[Record<string, string | boolean>, unknown]>([
    [{}, { dryRun: false, breakLock: false, maxDeletes: 256 }],
    [
      { 'dry-run': true, 'break-lock': true, 'max-deletes': '0' },
      { dryRun: true, breakLock: true, maxDeletes: 0 },
    ],
    [{ 'max-deletes': '5000' }, { dryRun: false, breakLock: false, maxDeletes: 5000 }],
  ])('%j', (values, expected) => expect(readChange(values)).toEqual(expected));

  test.each(['many', '-1', '1.5', ''])('--max-deletes %j is refused', (text) => {
    expect(readChange({ 'max-deletes': text })).toEqual({
      problem: expect.stringContaining('--max-deletes'),
    });
  });
});
