import { join, resolve } from 'node:path';
import { readBuild } from '../src/deploy/build.ts';
import { startPreviewServer } from '../src/deploy/preview-server.ts';
import { reportText } from '../src/diagnostics/index.ts';
import { readSettings } from '../src/site/settings.ts';
import { EXIT, root, runCommand, UsageError } from './command.ts';

const usage = `使い方: npm run preview -- [--dist DIR] [--port N] [--host HOST] [--base PATH]

ビルドを、公開したときと同じヘッダーと転送で見せます。Ctrl+C で終わります。
  --dist DIR   見せるビルド。省くと環境変数 OUT_DIR、それもなければ dist
  --port N     ポート。省くと 4321、0 なら空いているもの
  --host HOST  待つアドレス。省くと 127.0.0.1（この機械からだけ見えます）
  --base PATH  置く場所のパス（例: /kb/）。省くと環境変数 BASE_PATH、それもなければ /`;

const options = {
  dist: { type: 'string' },
  port: { type: 'string', default: '4321' },
  host: { type: 'string', default: '127.0.0.1' },
  base: { type: 'string' },
} as const;

await runCommand({ usage, options }, async ({ values: { dist, port, host, base } }) => {
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new UsageError(`ポート「${port}」は使えません。`);
  const settings = readSettings(root, { ...process.env, ...(base !== undefined && { BASE_PATH: base }) });
  const folder = dist === undefined ? settings.outDir : resolve(dist);
  const { release, diagnostics } = await readBuild(
    folder,
    join(settings.contentDir, 'redirects.yaml'),
    settings.base,
  );
  process.stderr.write(reportText(diagnostics, { color: process.stderr.isTTY }));
  if (diagnostics.some(({ code }) => code === 'N709')) return EXIT.failed;
  try {
    const redirects = release?.redirects ?? {};
    const server = await startPreviewServer({
      root: folder,
      base: settings.base,
      port: Number(port),
      host,
      redirects,
    });
    console.log(server.url);
    return EXIT.done;
  } catch (error) {
    console.error(
      `ポート ${port} で待てません（${(error as NodeJS.ErrnoException).code}）。--port で別のものを選べます。`,
    );
    return EXIT.failed;
  }
});
