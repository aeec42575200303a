import { dev } from 'astro';
import { EXIT, root, runCommand, UsageError } from './command.ts';

const usage = `使い方: npm run dev -- [--port 4321]

書きながら見るためのサーバーを動かします。content/ を直すと、ブラウザーの表示が変わります。
検索は、先に npm run build をしておくと、そのときの内容で動きます。`;

await runCommand({ usage, options: { port: { type: 'string', default: '4321' } } }, async ({ values }) => {
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new UsageError(`ポート ${values.port} は使えません。`);
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  // Through the API the server stays in the foreground, whatever environment it finds itself in.
  const server = await dev({ root, server: { port } });
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await server.stop();
  return EXIT.done;
});
