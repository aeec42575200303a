import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { root } from '../../scripts/command.ts';

/** The built sites that site and browser tests look at: their folders, and the base that each is served under. */
export interface BuiltSites {
  /** The real content, at `/`. */
  readonly main: { readonly folder: string; readonly base: '/' };
  /** A small content folder of the tests, at `/kb/`. */
  readonly small: { readonly folder: string; readonly base: '/kb/' };
}

declare module 'vitest' {
  interface ProvidedContext {
    sites: BuiltSites;
  }
}

const KEY = Symbol.for('kumo-note.built-sites');
const shared = globalThis as { [KEY]?: Promise<BuiltSites> };

/** Builds the sites once for all projects that ask, beside each other and with one cache. */
export default async function setup(project: TestProject): Promise<void> {
  project.provide('sites', await (shared[KEY] ??= buildSites()));
}

async function buildSites(): Promise<BuiltSites> {
  const folder = (name: string) => join(root, '.cache', 'test-sites', name);
  await Promise.all([
    runBuild(['--out', folder('main')]),
    runBuild(['--out', folder('small'), ...SMALL_SITE]),
  ]);
  return { main: { folder: folder('main'), base: '/' }, small: { folder: folder('small'), base: '/kb/' } };
}

/** The small site's content and address, as arguments of the build command. */
export const SMALL_SITE = [
  ...['--content', join(root, 'tests/fixtures/sites/small')],
  ...['--base', '/kb/'],
  ...['--site', 'https://notes.example.com'],
  ...['--edit', 'https://git.example.com/kb/edit/main/content'],
];

/** Runs the build command in a process of its own. */
export function runBuild(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'scripts/run.mjs'), 'scripts/build.ts', ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      // Whatever addresses the machine publishes with.
      env: { ...withoutVitest(process.env), NODE_ENV: 'production', SITE_URL: '', EDIT_URL: '', ...env },
    });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`build ${args.join(' ')} failed`)),
    );
  });
}

/** Vitest describes its own mode and base in the environment, where Astro would take them for the site's. */
export const withoutVitest = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^(?:VITEST|(?:BASE_URL|DEV|MODE|PROD|SSR)$)/.test(name)),
  );
