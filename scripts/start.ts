import { buildSite } from '../src/site/build.ts';
import { readBuildSettings } from './build-settings.ts';
import { EXIT, root, runCommand } from './command.ts';
import { DEFAULT_PORT, readPort } from './port.ts';
import { serveBuild } from './serve.ts';

const usage = `使い方: npm start -- [--port N] [--host HOST]

サイトを組み立てて、公開したときと同じ形で見せます。Ctrl+C で終わります。
  --port N     ポート。省くと ${DEFAULT_PORT}、0 なら空いているもの
  --host HOST  待つアドレス。省くと 127.0.0.1（この機械からだけ見えます）`;

const options = {
  port: { type: 'string', default: DEFAULT_PORT },
  host: { type: 'string', default: '127.0.0.1' },
} as const;

await runCommand({ usage, options }, async ({ values }) => {
  const port = readPort(values.port);
  const settings = readBuildSettings();
  console.log('サイトを組み立てています…');
  if (!(await buildSite(root, {}))) return EXIT.failed;
  return serveBuild(settings, { folder: settings.outDir, port, host: values.host });
});
