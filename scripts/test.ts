import { EXIT, runCommand } from './command.ts';
import { STYLE, TYPES } from './lint.ts';
import { runSideBySide, runStep, type Step } from './steps.ts';

const usage = `使い方: npm test -- [FILE…]

すべての検査: 型、規則、書式、単体、組み立てたサイト、ブラウザー、デプロイ。
ファイルを渡すと、その試験だけを動かします。
環境変数:
  RAW_NOTES_DIR  手元の生メモのフォルダー。あれば、その取り込みも試します
  UPDATE=1       見本のファイルを今の結果で書き直します`;

/** Draws the diagrams, which the type checker and the sites of the tests would else do both. */
const SYNC: Step = { title: 'コンテンツ', bin: 'astro', args: ['sync'] };

await runCommand({ usage, options: {}, operands: Infinity }, async ({ positionals }) => {
  const tests: Step = {
    title: '試験',
    bin: 'vitest',
    args: ['run', '--config', '.config/vitest.ts', ...positionals],
  };
  const failed = positionals.length > 0 ? await runStep(tests) : await runAll(tests);
  for (const title of failed) console.error(`✗ ${title}`);
  if (failed.length === 0) console.log('\n✓ すべての検査に通りました。');
  return failed.length > 0 ? EXIT.failed : EXIT.done;
});

/** The type checker runs while the tests build their sites: each of them leaves a processor idle. */
async function runAll(tests: Step): Promise<string[]> {
  const first = await runSideBySide([SYNC, ...STYLE]);
  const types: Step = { ...TYPES, args: [...TYPES.args, '--noSync'] };
  const second = await Promise.all([runSideBySide([types]), runStep(tests)]);
  return [...first, ...second.flat()];
}
