import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT, root, runCommand } from './command.ts';
import { findNpm } from './npm.ts';
import { runProgram } from './steps.ts';

const usage = `使い方: npm run prose -- [--fix] [FILE…]

日本語の文章を textlint で調べます。ファイルを省くと content のすべての文章です。
  --fix  直し方が一つに決まるものを直します
はじめての時だけ、textlint を .config/prose に入れます（約 160 MB。ほかのコマンドには要りません）。`;

const folder = join(root, '.config/prose');
const textlint = join(folder, 'node_modules/textlint/bin/textlint.js');

await runCommand(
  { usage, options: { fix: { type: 'boolean', default: false } }, operands: Infinity },
  async ({ values, positionals }) => {
    if (!existsSync(textlint)) {
      console.log('textlint を入れています…');
      const [npm, ...before] = findNpm(process.env);
      const install = ['ci', '--prefix', folder, '--loglevel=error', '--no-audit'];
      const code = await runProgram(npm, [...before, ...install]);
      if (code !== 0) return EXIT.failed;
    }
    const files = positionals.length > 0 ? positionals : ['content/**/*.mdx'];
    const options = ['--config', join(folder, 'textlintrc.cjs'), '--rulesdir', join(folder, 'rules')];
    if (values.fix) options.push('--fix');
    return (await runProgram(process.execPath, [textlint, ...options, ...files])) === 0
      ? EXIT.done
      : EXIT.failed;
  },
);
