import { abortOnSignals, placeOptions, placeUsage, readContext } from '../src/deploy/command-line.ts';
import { runReleases } from '../src/deploy/commands.ts';
import { runCommand, UsageError } from './command.ts';

const usage = `使い方: npm run releases -- [--stack NAME] [--json]

いつ何を公開したかと、戻せる release の一覧を見せます。
${placeUsage}`;

await runCommand({ usage, options: placeOptions }, async ({ values }) => {
  const context = readContext(values, process.env, abortOnSignals());
  if ('problem' in context) throw new UsageError(context.problem);
  return runReleases(context);
});
