import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  abortOnSignals,
  changeOptions,
  changeUsage,
  placeOptions,
  placeUsage,
  readChange,
  readContext,
} from '../src/deploy/command-line.ts';
import { runDeploy } from '../src/deploy/commands.ts';
import { edgeSource } from '../src/deploy/edge/run-edge.ts';
import { fillTemplate } from '../src/deploy/template.ts';
import { replaceFile } from '../src/site/replace-file.ts';
import { readSettings } from '../src/site/settings.ts';
import { EXIT, root, runCommand, UsageError } from './command.ts';

const usage = `使い方: npm run deploy -- [--dry-run] [--stack NAME] [--dist DIR] [--json] …
        npm run deploy -- --template

dist/ を公開します。途中で止まっても、公開中のサイトは壊れません。もう一度実行すると続きから進みます。
  --dist DIR         公開するビルド。省くと環境変数 OUT_DIR、それもなければ dist
${changeUsage}
  --template         .aws/template.yaml のヘッダーとエッジ関数を書き直します（AWS にはつなぎません）
${placeUsage}
転送は content/redirects.yaml（環境変数 CONTENT_DIR）から読みます。`;

const options = {
  ...placeOptions,
  ...changeOptions,
  dist: { type: 'string' },
  template: { type: 'boolean' },
} as const;

await runCommand({ usage, options }, async ({ values }) => {
  if (values.template) {
    await writeTemplate(join(root, '.aws/template.yaml'));
    return EXIT.done;
  }
  const context = readContext(values, process.env, abortOnSignals());
  const change = readChange(values);
  if ('problem' in context) throw new UsageError(context.problem);
  if ('problem' in change) throw new UsageError(change.problem);
  const { contentDir, outDir } = readSettings(root, process.env);
  return runDeploy(context, {
    ...change,
    dist: values.dist ?? outDir,
    redirectFile: join(contentDir, 'redirects.yaml'),
  });
});

async function writeTemplate(file: string): Promise<void> {
  await replaceFile(file, fillTemplate(await readFile(file, 'utf8'), edgeSource));
  console.log(`${file} を書き直しました。スタックを更新すると反映されます。`);
}
