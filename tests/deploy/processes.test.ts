import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { names } from './double/cloudfront.ts';
import { crawl } from './double/crawl.ts';
import type { Stored } from './double/fake-cloud.ts';
import { describeBucket } from './double/objects.ts';
import { siteOne, siteTwo } from './double/sample-site.ts';
import { environment, openStage, type Stage } from './double/stage.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

let stage: Stage;
let before: Stored;
let clean: Record<string, string>;

beforeAll(async () => {
  stage = await openStage();
  stage.now = new Date();
  await stage.build(siteOne);
  await stage.deploy();
  before = stage.cloud.snapshot();
  await stage.build(siteTwo);
  await stage.deploy();
  clean = describeBucket(stage.cloud.stored.site);
});
afterAll(() => stage.close());
beforeEach(() => {
  stage.cloud.restore(before);
  stage.cloud.reset();
});

/** Runs a command of `scripts/` as its own process: no shell, no PATH, another folder, AWS on loopback. */
function start(
  script: string,
  args: readonly string[],
  env: Record<string, string> = {},
): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, [join(root, 'scripts', script), ...args], {
    cwd: stage.folder,
    env: {
      ...environment,
      PATH: '',
      HOME: stage.folder,
      AWS_ENDPOINT_URL: stage.cloud.url,
      DEPLOY_STACK: names.stack,
      CONTENT_DIR: stage.folder,
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      ...env,
    },
  });
  let [out, err] = ['', ''];
  child.stdout?.on('data', (chunk: Buffer) => (out += chunk));
  child.stderr?.on('data', (chunk: Buffer) => (err += chunk));
  const ended = new Promise<Ended>((resolve) =>
    child.on('close', (code, signal) => resolve({ code, signal, out, err })),
  );
  return { child, ended };
}
const deploy = (...args: string[]) => start('deploy.ts', ['--dist', join(stage.folder, 'dist'), ...args]);

test('a deploy as its own process', async () => {
  const { code, out, err } = await deploy().ended;
  expect([code, err.split('\n')[0]]).toEqual([0, '目録を保存 1/1']);
  expect(out).toContain('追加 8、更新 ');
  expect(out).toContain(`を公開しました`);
  expect(out).toContain(names.url);
  expect(describeBucket(stage.cloud.stored.site)).toEqual(clean);
  const again = await deploy().ended;
  expect([again.code, again.err]).toEqual([0, '']);
  expect(again.out).toContain('することはありません');
});

describe('SIGKILL', () => {
  test.each([/^COPY site-bucket\/_astro/, /^COPY site-bucket\/services\/lambda\/index.html/, /^POST 2020/])(
    'after %s: the site is whole, and a new process finishes',
    async (moment) => {
      const { child, ended } = deploy();
      stage.cloud.applied = (_, call) => {
        if (moment.test(call)) child.kill('SIGKILL');
      };
      expect(await ended).toMatchObject({ signal: 'SIGKILL' });
      stage.cloud.reset();
      expect((await crawl(stage.front.fork({ empty: true }))).broken).toEqual([]);
      expect((await deploy('--break-lock').ended).code).toBe(0);
      expect(describeBucket(stage.cloud.stored.site)).toEqual(clean);
    },
  );
});

test('SIGINT: the lock is freed, the state is said', async () => {
  const { child, ended } = deploy();
  let interrupted = false;
  stage.cloud.applied = (_, call) => {
    if (interrupted || !call.startsWith('COPY site-bucket/services/')) return;
    interrupted = true;
    // Twice, as Ctrl+C comes from the terminal and from `run.mjs`.
    child.kill('SIGINT');
    setTimeout(() => child.kill('SIGINT'), 20);
  };
  stage.cloud.fault = async () => {
    if (interrupted) await new Promise((resolve) => setTimeout(resolve, 50));
    return undefined;
  };
  const { code, out } = await ended;
  expect([code, out]).toEqual([1, expect.stringContaining('N721')]);
  expect(JSON.parse(String(stage.cloud.stored.state.get('state.json')?.body)).lock).toBeNull();
});

test('SIGINT again: nobody has to wait for a request that hangs', async () => {
  const { child, ended } = deploy();
  stage.cloud.fault = (_, call) => {
    if (!call.startsWith('COPY site-bucket/services/')) return undefined;
    child.kill('SIGINT');
    setTimeout(() => child.kill('SIGINT'), 1500);
    return new Promise(() => undefined);
  };
  expect(await ended).toMatchObject({ signal: 'SIGINT' });
  expect((await crawl(stage.front.fork({ empty: true }))).broken).toEqual([]);
});

test('two processes at once: one wins', async () => {
  const results = await Promise.all([deploy().ended, deploy().ended]);
  const codes = results.map(({ code }) => code).sort();
  // Started a moment apart, the second may also find the work done.
  if (codes[1] === 1) expect(results.find(({ code }) => code === 1)?.out).toMatch(/N71[01]/);
  else expect(results.map(({ out }) => out).join()).toContain('することはありません');
  expect(describeBucket(stage.cloud.stored.site)).toEqual(clean);
});

test('a rollback needs neither build nor content nor tools', async () => {
  await deploy().ended;
  const { code, out } = await start('rollback.ts', ['--json'], {
    CONTENT_DIR: '/nonexistent',
    OUT_DIR: '/nonexistent',
  }).ended;
  expect([code, JSON.parse(out).result]).toEqual([0, 'settled']);
  const [site, wanted] = [describeBucket(stage.cloud.stored.site), describeBucket(before.site)];
  expect(Object.fromEntries(Object.keys(wanted).map((path) => [path, site[path]]))).toEqual(wanted);
});

test('releases are listed, for people and for programs', async () => {
  await deploy().ended;
  const { code, out } = await start('releases.ts', []).ended;
  expect([code, out.trim().split('\n').length]).toEqual([0, 2]);
  expect(out.split('\n')[0]).toMatch(/^[0-9a-f]{16} {2}\d{4}-.*Z {2}deploy {4}公開済み、今$/);
  const { history, lock } = JSON.parse((await start('releases.ts', ['--json']).ended).out);
  expect([history.length, lock]).toEqual([2, null]);
});

test('exit code 2 and the usage for a wrong call', async () => {
  const calls = [
    start('deploy.ts', ['--what']),
    start('rollback.ts', ['one', 'two']),
    start('releases.ts', [], { DEPLOY_STACK: '' }),
    start('preview.ts', ['--port', '99999']),
  ];
  for (const { ended } of calls)
    expect(await ended).toMatchObject({ code: 2, err: expect.stringContaining('使い方: npm run') });
  expect(stage.cloud.log).toEqual([]);
});

test('exit code 1 for a build that is not there, 0 for --help', async () => {
  const missing = [
    start('deploy.ts', ['--dist', '/nonexistent']),
    start('preview.ts', ['--dist', '/nonexistent']),
  ];
  for (const { ended } of missing) {
    const { code, out, err } = await ended;
    expect([code, out + err]).toEqual([1, expect.stringContaining('N709')]);
  }
  expect(await start('deploy.ts', ['--help']).ended).toMatchObject({
    code: 0,
    out: expect.stringContaining('使い方: npm run'),
  });
});

test('names instead of a stack', async () => {
  const args = [
    '--bucket',
    names.bucket,
    '--state-bucket',
    names.stateBucket,
    '--distribution',
    names.distribution,
    '--kvs',
    names.redirectStore,
  ];
  const { code, out } = await deploy(...args, '--json').ended;
  expect([code, JSON.parse(out)]).toEqual([0, expect.objectContaining({ result: 'settled', url: null })]);
});

test('the preview serves a build where it was built for, until it is told to stop', async () => {
  await mkdir(join(stage.folder, 'content'), { recursive: true });
  await writeFile(join(stage.folder, 'dist/manifest.webmanifest'), '{"scope":"/kb/"}');
  const { child, ended } = start('preview.ts', ['--dist', 'dist', '--port', '0']);
  const url = await new Promise<string>((resolve) =>
    child.stdout?.once('data', (chunk: Buffer) => resolve(/\S+/.exec(String(chunk))?.[0] ?? '')),
  );
  const answer = await fetch(`${url}services/sqs`);
  expect([answer.status, answer.url, await answer.text()]).toEqual([
    200,
    `${url}services/sqs/`,
    expect.stringContaining('失敗した便り'),
  ]);
  child.kill('SIGTERM');
  expect(await ended).toMatchObject({ signal: 'SIGTERM' });
});
