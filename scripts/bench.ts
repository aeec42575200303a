import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCorpus } from './bench/corpus.ts';
import { measureOwn, type OwnFigures } from './bench/own.ts';
import { weighPage } from './bench/page-bytes.ts';
import { peers } from './bench/peers.ts';
import { comparePeers, formatTable, ownRows, ratioRows } from './bench/report.ts';
import { installPeer, measurePeer } from './bench/theirs.ts';
import { workplaceIn } from './bench/workplace.ts';
import { findChromium } from './browser/chromium.ts';
import { EXIT, runCommand, UsageError } from './command.ts';

const usage = `使い方: npm run bench -- [--sizes 100,1000,5000] [--peers] [--json FILE] [--keep]

作りもののコンテンツを組み立てて、時間、メモリ、大きさを測ります。数は機械と混み具合で変わるので、比を見てください。
  --sizes  ノートの数。省くと 100,1000,5000
  --peers  同じページを Starlight と VitePress でも組み立てて比べます（npm から一時フォルダーに入れます）
  --json   結果を JSON でも書き出します
  --keep   一時フォルダーを消しません`;

const options = {
  sizes: { type: 'string', default: '100,1000,5000' },
  peers: { type: 'boolean', default: false },
  json: { type: 'string' },
  keep: { type: 'boolean', default: false },
} as const;

/** Peers are compared at one size: large enough that starting up does not count, small enough to wait for. */
const PEER_NOTES = 1000;

await runCommand({ usage, options }, async ({ values }) => {
  const sizes = values.sizes.split(',').map(Number);
  if (sizes.some((size) => !Number.isInteger(size) || size < 1))
    throw new UsageError(`--sizes「${values.sizes}」は、1 以上の数をコンマで区切って書きます。`);
  const folder = join(tmpdir(), 'kumo-note-bench');
  await mkdir(folder, { recursive: true });
  const say = (text: string) => console.error(text);

  const own: OwnFigures[] = [];
  for (const size of sizes) {
    say(`${size} ノートを組み立てています…`);
    own.push(await measureOwn(join(folder, `own-${size}`), makeCorpus(size)));
  }
  console.log(formatTable(ownRows(own)));
  if (own.length > 1) console.log(formatTable(ratioRows(own)));

  const comparison = values.peers ? await runPeers(folder, say) : undefined;
  if (comparison) console.log(formatTable(comparePeers(comparison)));
  if (values.json !== undefined)
    await writeFile(values.json, `${JSON.stringify({ own, comparison }, null, 2)}\n`);
  if (!values.keep) await rm(folder, { recursive: true, force: true });
  return EXIT.done;
});

async function runPeers(folder: string, say: (text: string) => void) {
  const corpus = makeCorpus(PEER_NOTES);
  const chromium = await findChromium();
  const env: Record<string, string> = chromium ? { CHROME_PATH: chromium.path, ...chromium.env } : {};
  const place = join(folder, 'own-peers');
  say(`雲ノート: ${PEER_NOTES} ノート`);
  const own = await measureOwn(place, corpus);
  const page = await weighPage(
    workplaceIn(place).output,
    `services/${corpus[Math.floor(corpus.length / 2)]?.slug}/index.html`,
  );
  const others = [];
  for (const peer of peers) {
    const home = join(folder, peer.name);
    say(`${peer.name}: 入れています…`);
    await installPeer(home, peer);
    say(`${peer.name}: ${PEER_NOTES} ノート`);
    others.push(await measurePeer(home, peer, corpus, env));
  }
  return { own: { name: '雲ノート', cold: own.cold, warm: own.warm, page }, others };
}
