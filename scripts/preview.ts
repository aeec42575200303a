import { resolve } from 'node:path';
import { readSettings } from '../src/site/settings.ts';
import { root, runCommand } from './command.ts';
import { DEFAULT_PORT, readPort } from './port.ts';
import { serveBuild } from './serve.ts';

const usage = `使い方: npm run preview -- [--dist DIR] [--port N] [--host HOST]

ビルドを、組み立てたときの場所（--base）に、公開したときと同じヘッダーと転送で見せます。Ctrl+C で終わります。
  --dist DIR   見せるビルド。省くと環境変数 OUT_DIR、それもなければ dist
  --port N     ポート。省くと ${DEFAULT_PORT}、0 なら空いているもの
  --host HOST  待つアドレス。省くと 127.0.0.1（この機械からだけ見えます）`;

const options = {
  dist: { type: 'string' },
  port: { type: 'string', default: DEFAULT_PORT },
  host: { type: 'string', default: '127.0.0.1' },
} as const;

await runCommand({ usage, options }, async ({ values: { dist, port, host } }) => {
  const settings = readSettings(root, process.env);
  const folder = dist === undefined ? settings.outDir : resolve(dist);
  return serveBuild(settings, { folder, port: readPort(port), host });
});
