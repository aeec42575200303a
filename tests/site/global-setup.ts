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

/** Builds the sites once for all projects that ask. */
export default async function setup(project: TestProject): Promise<void> {
  project.provide('sites', await (shared[KEY] ??= buildSites()));
}

async function buildSites(): Promise<BuiltSites> {
  const folder = (name: string) => join(root, '.cache', 'test-sites', name);
  await build(['--out', folder('main')]);
  await build([
    ...['--out', folder('small')],
    ...['--content', join(root, 'tests/fixtures/sites/small')],
    ...['--base', '/kb/'],
    ...['--site', 'https://notes.example.com'],
  ]);
  return { main: { folder: folder('main'), base: '/' }, small: { folder: folder('small'), base: '/kb/' } };
}

function build(args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'scripts/run.mjs'), 'scripts/build.ts', ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      // Vitest sets NODE_ENV=test, which would make Astro build a development version.
      env: { ...process.env, NODE_ENV: 'production', VITEST: '' },
    });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`build ${args.join(' ')} failed`)),
    );
  });
}
