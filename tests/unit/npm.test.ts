import { expect, it } from 'vitest';
import { findNpm } from '../../scripts/npm.ts';

it.each([
  ['/usr/lib/node_modules/npm/bin/npm-cli.js', true],
  [String.raw`C:\Program Files\nodejs\node_modules\npm\bin\npm-cli.js`, true],
  ['/usr/share/yarn/bin/yarn.js', false],
  [undefined, false],
])('npm at %s is started without a shell', (path, known) => {
  expect(findNpm({ npm_execpath: path })).toEqual(known ? [process.execPath, path] : ['npm']);
});
