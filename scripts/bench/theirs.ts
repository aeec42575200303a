import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findNpm } from '../npm.ts';
import type { SampleService } from './corpus.ts';
import { measure, type Measurement } from './measure.ts';
import { addSentence } from './own.ts';
import { weighPage, type PageBytes } from './page-bytes.ts';
import type { Peer } from './peers.ts';

export interface PeerFigures {
  readonly name: string;
  readonly cold: Measurement;
  readonly warm: Measurement;
  readonly page: PageBytes;
}

/** Installs a peer once into its own folder. Browsers that its packages would download are not. */
export async function installPeer(folder: string, { packages }: Peer): Promise<void> {
  if (existsSync(join(folder, 'node_modules'))) return;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  const [program, ...before] = findNpm(process.env);
  await measure({
    program,
    args: [...before, 'install', '--loglevel=error', '--no-audit', '--no-fund', ...packages],
    cwd: folder,
    env: { NODE_ENV: '', PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
  });
}

/** Builds the corpus with a peer: with empty caches, then again after one sentence was added to one page. */
export async function measurePeer(
  folder: string,
  peer: Peer,
  corpus: readonly SampleService[],
  env: Readonly<Record<string, string>>,
): Promise<PeerFigures> {
  const middle = corpus[Math.floor(corpus.length / 2)];
  if (!middle) throw new Error('a corpus holds at least one service');
  await peer.write(folder, corpus);
  for (const cache of peer.caches) await rm(join(folder, cache), { recursive: true, force: true });
  const cold = await buildPeer(folder, peer, env);
  await addSentence(join(folder, peer.source(middle.slug)));
  const warm = await buildPeer(folder, peer, env);
  const page = await weighPage(join(folder, peer.output), peer.page(middle.slug));
  return { name: peer.name, cold, warm, page };
}

async function buildPeer(
  folder: string,
  { build }: Peer,
  env: Readonly<Record<string, string>>,
): Promise<Measurement> {
  let total: Measurement = { seconds: 0, cpuSeconds: undefined, peakMegabytes: undefined };
  for (const [bin, ...args] of build) {
    const {
      seconds,
      cpuSeconds = 0,
      peakMegabytes = 0,
    } = await measure({
      program: process.execPath,
      args: [await findBin(folder, bin), ...args],
      cwd: folder,
      env,
    });
    total = {
      seconds: total.seconds + seconds,
      cpuSeconds: (total.cpuSeconds ?? 0) + cpuSeconds || undefined,
      peakMegabytes: Math.max(total.peakMegabytes ?? 0, peakMegabytes) || undefined,
    };
  }
  return total;
}

async function findBin(folder: string, name: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(folder, 'node_modules', name, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  const path = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[name];
  if (path === undefined) throw new Error(`${name} has no command of its name`);
  return join(folder, 'node_modules', name, path);
}
