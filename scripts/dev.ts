import { dev } from 'astro';
import { readBuildSettings } from './build-settings.ts';
import { EXIT, root, runCommand } from './command.ts';
import { DEFAULT_PORT, readPort } from './port.ts';

const usage = `使い方: npm run dev -- [--port N]

書きながら見るためのサーバーを動かします。content/ を直すと、ブラウザーの表示が変わります。
検索は、先に npm run build をしておくと、そのときの内容で動きます。
  --port N  ポート。省くと ${DEFAULT_PORT}、0 なら空いているもの`;

await runCommand(
  { usage, options: { port: { type: 'string', default: DEFAULT_PORT } } },
  async ({ values }) => {
    const port = readPort(values.port);
    readBuildSettings();
    // Through the API the server stays in the foreground, whatever environment it finds itself in.
    const server = await dev({ root, server: { port } });
    await new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    });
    await server.stop();
    return EXIT.done;
  },
);
