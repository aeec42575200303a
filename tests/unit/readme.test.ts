import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/command.ts';

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
  'scripts' | 'dependencies' | 'devDependencies' | 'optionalDependencies',
  Record<string, string>
>;

/** The text below a heading of the second level. */
const section = (title: string): string => readme.split(/^## /m).find((part) => part.startsWith(title)) ?? '';

describe('the README', () => {
  it('lists every command', () => {
    const missing = Object.keys(manifest.scripts).filter(
      (name) => !new RegExp(`\`npm (?:run )?${name}[ \`]`).test(section('コマンド')),
    );
    expect(missing).toEqual([]);
  });

  it('says where everything is', () => {
    const rooms = globSync('src/*/README.md', { cwd: root }).map((file) => file.replaceAll('\\', '/'));
    const missing = rooms
      .map((file) => file.replace('README.md', ''))
      .filter((room) => !section('仕組み').includes(`\`${room}\``));
    expect(missing).toEqual([]);
  });

  it('says of every dependency what it is for', () => {
    const named = section('依存')
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .flatMap((line) => (line.split('|')[1] ?? '').trim().replaceAll('\\', '').split('、'))
      .map((name) => name.replace(/（.*$/, '').trim())
      .filter(Boolean);
    const isNamed = (name: string) =>
      named.some((entry) => (entry.endsWith('*') ? name.startsWith(entry.slice(0, -1)) : entry === name));
    const { dependencies, devDependencies, optionalDependencies } = manifest;
    const all = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
    expect(all.filter((name) => !isNamed(name))).toEqual([]);
    const unused = named
      .filter((entry) => !/^(?:パッケージ|-+)$/.test(entry))
      .filter(
        (entry) =>
          !all.some((name) => (entry.endsWith('*') ? name.startsWith(entry.slice(0, -1)) : entry === name)),
      );
    expect(unused).toEqual([]);
  });

  it('names tests that exist for each promise', () => {
    const named = [...section('約束と').matchAll(/`(tests\/[^`]+)`/g)].map(([, path = '']) => path);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((path) => globSync(`${path}{,.test.ts}`, { cwd: root }).length === 0)).toEqual([]);
  });

  it('leads only to files that exist', () => {
    const targets = [...readme.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, path = '']) => path);
    expect(targets.length).toBeGreaterThan(3);
    expect(targets.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});
