import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { readBuiltBase } from '../src/deploy/built-base.ts';
import { startPreviewServer } from '../src/deploy/preview-server.ts';
import { readSettings } from '../src/site/settings.ts';
import { launchChromium } from './browser/chromium.ts';
import { EXIT, root, runCommand } from './command.ts';

const usage = `使い方: npm run screenshots

組み立てたサイト（dist）の主なページを撮り、README の画像を .github/screenshots/ に書きます。
先に npm run build を実行してください。`;

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

/** Pages of the README: file name, path, window and colour scheme. */
const SHOTS = [
  { name: 'home', path: '', viewport: DESKTOP, colorScheme: 'light' },
  { name: 'service', path: 'services/lambda/', viewport: DESKTOP, colorScheme: 'light' },
  { name: 'service-dark', path: 'services/lambda/#invocation', viewport: DESKTOP, colorScheme: 'dark' },
  {
    name: 'search',
    path: `search/?q=${encodeURIComponent('同時実行数')}`,
    viewport: DESKTOP,
    colorScheme: 'light',
  },
  { name: 'comparison', path: 'compare/lambda-invocation/', viewport: DESKTOP, colorScheme: 'light' },
  { name: 'quotas', path: 'quotas/', viewport: DESKTOP, colorScheme: 'light' },
  { name: 'map', path: 'map/?service=lambda', viewport: DESKTOP, colorScheme: 'light' },
  { name: 'phone', path: 'services/lambda/#invocation', viewport: PHONE, colorScheme: 'light' },
] as const;

await runCommand({ usage, options: {} }, async () => {
  const { outDir } = readSettings(root, process.env);
  const folder = join(root, '.github/screenshots');
  await mkdir(folder, { recursive: true });
  const server = await startPreviewServer({ root: outDir, base: await readBuiltBase(outDir) });
  const browser = await launchChromium();
  try {
    for (const { name, path, viewport, colorScheme } of SHOTS) {
      const context = await browser.newContext({ viewport, colorScheme, serviceWorkers: 'block' });
      const page = await context.newPage();
      await page.goto(server.url + path, { waitUntil: 'networkidle' });
      const file = join(folder, `${name}.webp`);
      const { size } = await sharp(await page.screenshot())
        .webp({ quality: 80 })
        .toFile(file);
      console.log(`${file} ${Math.ceil(size / 1024)} KB`);
      await context.close();
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return EXIT.done;
});
