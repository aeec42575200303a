import { EXIT, runCommand } from './command.ts';
import { LINT_STEPS } from './lint.ts';
import { runSideBySide, runStep } from './steps.ts';

const usage = `使い方: npm test -- [FILE…]

すべての検査: 型、規則、書式、単体、組み立てたサイト、ブラウザー、デプロイ。
ファイルを渡すと、その試験だけを動かします。
環境変数:
  RAW_NOTES_DIR  手元の生メモのフォルダー。あれば、その取り込みも試します
  UPDATE=1       見本のファイルを今の結果で書き直します`;

await runCommand({ usage, options: {}, operands: Infinity }, async ({ positionals }) => {
  const vitest = {
    title: '試験',
    bin: 'vitest',
    args: ['run', '--config', '.config/vitest.ts', ...positionals],
  };
  const linted = positionals.length > 0 ? [] : await runSideBySide(LINT_STEPS);
  const failed = [...linted, ...(await runStep(vitest))];
  for (const title of failed) console.error(`✗ ${title}`);
  if (failed.length === 0) console.log('\n✓ すべての検査に通りました。');
  return failed.length > 0 ? EXIT.failed : EXIT.done;
});
