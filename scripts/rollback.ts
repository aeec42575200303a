import {
  abortOnSignals,
  changeOptions,
  changeUsage,
  placeOptions,
  placeUsage,
  readChange,
  readContext,
} from '../src/deploy/command-line.ts';
import { runRollback } from '../src/deploy/commands.ts';
import { runCommand, UsageError } from './command.ts';

const usage = `使い方: npm run rollback -- [RELEASE] [--dry-run] [--stack NAME] [--json] …

ビルドせずに、前の release に戻します。RELEASE（先頭の 4 文字以上）を省くと、1 つ前に戻ります。
デプロイが途中で止まっているときはその前の内容に戻り、ロールバックが途中で止まっているときは続きから進みます。
${changeUsage}
${placeUsage}`;

await runCommand(
  { usage, options: { ...placeOptions, ...changeOptions }, operands: 1 },
  async ({ values, positionals }) => {
    const context = readContext(values, process.env, abortOnSignals());
    const change = readChange(values);
    if ('problem' in context) throw new UsageError(context.problem);
    if ('problem' in change) throw new UsageError(change.problem);
    return runRollback(context, { ...change, asked: positionals[0] });
  },
);
