import { existsSync } from 'node:fs';
import { readBuiltBase } from '../src/deploy/built-base.ts';
import { startPreviewServer } from '../src/deploy/preview-server.ts';
import { readSettings } from '../src/site/settings.ts';
import { findBrokenLinks } from './broken-links.ts';
import { EXIT, root, runCommand, UsageError } from './command.ts';

const usage = `使い方: npm run links -- [--external] [--dist DIR]

組み立てたサイトのリンクを、見出しの id まで含めて確かめます。先に npm run build をしてください。
  --external  ほかのサイトへのリンクも確かめます（時間がかかります）
  --dist DIR  調べるビルド。省くと環境変数 OUT_DIR、それもなければ dist`;

await runCommand(
  { usage, options: { external: { type: 'boolean', default: false }, dist: { type: 'string' } } },
  async ({ values: { external, dist } }) => {
    const folder = dist ?? readSettings(root, process.env).outDir;
    if (!existsSync(folder))
      throw new UsageError(`${folder} がありません。先に npm run build をしてください。`);
    const server = await startPreviewServer({ root: folder, base: await readBuiltBase(folder) });
    const broken = await findBrokenLinks(server.url, { external, onProgress }).finally(server.close);
    if (process.stderr.isTTY) process.stderr.write('\r');
    const { origin } = new URL(server.url);
    const shorten = (url: string) => url.replace(origin, '');
    for (const { url, parent, status } of broken)
      console.error(`✗ ${shorten(url)}（${status || '応答なし'}）\n  ${shorten(parent ?? '')}`);
    console.log(broken.length === 0 ? '切れたリンクはありません。' : `切れたリンク ${broken.length} 件`);
    return broken.length === 0 ? EXIT.done : EXIT.failed;
  },
);

function onProgress(checked: number): void {
  if (process.stderr.isTTY && checked % 50 === 0) process.stderr.write(`\r${checked} 件`);
}
