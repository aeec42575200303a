import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readBuiltBase } from '../src/deploy/built-base.ts';
import { startPreviewServer } from '../src/deploy/preview-server.ts';
import { readSite } from '../src/search/build/index-site.ts';
import { baselineDriver, buildBaseline } from '../src/search/eval/baseline-driver.ts';
import { serveBaseline } from '../src/search/eval/baseline-server.ts';
import { evaluate } from '../src/search/eval/evaluate.ts';
import { judge, queryFileSchema } from '../src/search/eval/judge.ts';
import { reportEvaluation } from '../src/search/eval/report.ts';
import { siteDriver } from '../src/search/eval/site-driver.ts';
import { ENTRY_FILE } from '../src/search/layout.ts';
import { readSettings } from '../src/site/settings.ts';
import { launchChromium } from './browser/chromium.ts';
import { EXIT, root, runCommand, UsageError } from './command.ts';

const usage = `使い方: npm run eval:search -- --queries FILE [--dist DIR] [--json]

判定済みの質問で、組み立て済みのサイトの検索を測ります。本物の Chromium で /search/ を開き、画面に出た結果を読みます。
同じページを Pagefind の既定の設定で索引にしたものと比べます。先に npm run build をしておきます。
  --queries FILE  質問と判定の規則（JSON）
  --dist DIR      測るビルド。省くと環境変数 OUT_DIR、それもなければ dist
  --json          結果を JSON で出します`;

const options = {
  queries: { type: 'string' },
  dist: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

await runCommand({ usage, options }, async ({ values: { queries, dist, json } }) => {
  if (queries === undefined) throw new UsageError('--queries で質問のファイルを指定してください。');
  const parsed = queryFileSchema.safeParse(await readJson(queries));
  if (!parsed.success) throw new UsageError(`${queries} は質問のファイルではありません。`);
  const folder = dist === undefined ? readSettings(root, process.env).outDir : resolve(dist);
  const base = await readBuiltBase(folder);
  const engine = findEngine(folder);
  if (engine === undefined) {
    console.error(`${folder} に検索がありません。先に npm run build をしてください。`);
    return EXIT.failed;
  }
  const pages = await readSite(folder);
  const judgements = judge(parsed.data.queries, pages);
  const tell = (done: number, all: number) =>
    void (process.stderr.isTTY && process.stderr.write(`\r${done}/${all} `));
  const browser = await launchChromium();
  const stock = await mkdtemp(join(tmpdir(), 'pagefind-'));
  const servers: { close(): Promise<void> }[] = [];
  try {
    await buildBaseline(folder, pages, stock);
    const site = await startPreviewServer({ root: folder, base });
    servers.push(site);
    const other = await serveBaseline(stock);
    servers.push(other);
    const own = await evaluate(judgements, siteDriver(browser, site.url, base + engine), tell);
    const baseline = await evaluate(judgements, baselineDriver(browser, other), tell);
    const { kinds, ...overall } = own;
    console.log(
      json ? JSON.stringify({ overall, kinds, baseline }, null, 2) : reportEvaluation(own, baseline),
    );
    return EXIT.done;
  } finally {
    await browser.close();
    await Promise.all(servers.map((server) => server.close()));
    await rm(stock, { recursive: true });
  }
});

async function readJson(file: string): Promise<unknown> {
  if (!existsSync(file)) throw new UsageError(`${file} がありません。`);
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    throw new UsageError(`${file} は JSON ではありません。`);
  }
}

/** The script that holds the engine: the only one that names the index's entry file. */
function findEngine(folder: string): string | undefined {
  return globSync('_astro/*.js', { cwd: folder })
    .map((file) => file.replaceAll('\\', '/'))
    .find((file) => readFileSync(join(folder, file), 'utf8').includes(ENTRY_FILE));
}
