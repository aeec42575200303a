import { existsSync } from 'node:fs';
import { LinkChecker, LinkState, type LinkResult } from 'linkinator';
import { readSettings } from '../src/site/settings.ts';
import { EXIT, root, runCommand, UsageError } from './command.ts';

const usage = `使い方: npm run links -- [--external] [--out DIR]

組み立てたサイトのリンクを、見出しの id まで含めて確かめます。先に npm run build をしてください。
  --external  ほかのサイトへのリンクも確かめます（時間がかかります）
  --out       調べるフォルダー。省くと dist`;

await runCommand(
  { usage, options: { external: { type: 'boolean', default: false }, out: { type: 'string' } } },
  async ({ values }) => {
    const folder = values.out ?? readSettings(root, process.env).outDir;
    if (!existsSync(folder))
      throw new UsageError(`${folder} がありません。先に npm run build をしてください。`);
    const broken = await findBrokenLinks(folder, values.external);
    for (const { url, parent, status } of broken)
      console.error(`✗ ${url}（${status ?? '応答なし'}）\n  ${parent ?? ''}`);
    console.log(broken.length === 0 ? '切れたリンクはありません。' : `切れたリンク ${broken.length} 件`);
    return broken.length === 0 ? EXIT.done : EXIT.failed;
  },
);

async function findBrokenLinks(folder: string, external: boolean): Promise<LinkResult[]> {
  const checker = new LinkChecker();
  let scanned = 0;
  checker.on('link', () => {
    scanned += 1;
    if (process.stderr.isTTY && scanned % 50 === 0) process.stderr.write(`\r${scanned} 件`);
  });
  const { links } = await checker.check({
    path: folder,
    recurse: true,
    checkFragments: true,
    concurrency: 32,
    timeout: 20_000,
    retry: true,
    linksToSkip: external ? [] : [String.raw`^https?://(?!localhost|127\.0\.0\.1)`],
  });
  if (process.stderr.isTTY) process.stderr.write('\r');
  return links.filter(({ state }) => state === LinkState.BROKEN);
}
