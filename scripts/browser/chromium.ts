import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { FailedError, root } from '../command.ts';
import { installFonts } from './fonts.ts';

/** Why there is no browser here; shown in place of the tests that would need one. */
export class NoBrowserError extends FailedError {}

/**
 * Starts Chromium: the one that `CHROME_PATH` names, on Linux x64 the one that comes with the project as an npm
 * package, elsewhere an installed Chrome.
 *
 * @throws {NoBrowserError} when there is none
 */
export async function launchChromium(): Promise<Browser> {
  const fonts = installFonts(root);
  const env = {
    ...process.env,
    FONTCONFIG_PATH: fonts,
    FONTCONFIG_FILE: join(fonts, 'fonts.conf'),
  } as Record<string, string>;
  // Only what containers need: the package's own default arguments switch off the protections that are tested here.
  const args = [
    '--no-sandbox',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  const found = await findChromium();
  if (found) return chromium.launch({ executablePath: found.path, args, env: { ...env, ...found.env } });
  try {
    return await chromium.launch({ channel: 'chrome', args, env });
  } catch {
    throw new NoBrowserError('Chrome が見つかりません。CHROME_PATH に実行ファイルの場所を入れてください。');
  }
}

/** A Chromium to start, with the variables that it needs. */
export interface FoundChromium {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * The Chromium that `CHROME_PATH` names, or the one that comes with the project; undefined where it has none.
 *
 * @throws {NoBrowserError} when it is named or comes with the project, and is not there
 */
export async function findChromium(): Promise<FoundChromium | undefined> {
  const named = process.env['CHROME_PATH'];
  if (named && !existsSync(named)) throw new NoBrowserError(`CHROME_PATH の「${named}」がありません。`);
  if (named) return { path: named, env: {} };
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  return (unpacked ??= unpackChromium());
}

let unpacked: Promise<FoundChromium> | undefined;

/** A new version of the package unpacks into a folder of its own. */
function packageVersion(): string {
  const manifest = join(root, 'node_modules/@sparticuz/chromium/package.json');
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}

/** What the package of the browser reads and sets while it is loaded and unpacked. */
const VARIABLES = ['TMPDIR', 'AWS_LAMBDA_JS_RUNTIME', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'HOME'];

/** Unpacks the browser of the npm package into the project's own cache; about 1.5 s the first time. */
async function unpackChromium(): Promise<FoundChromium> {
  const folder = join(root, '.cache', `chromium-${packageVersion()}`);
  mkdirSync(folder, { recursive: true });
  const before = VARIABLES.map((name) => [name, process.env[name]] as const);
  // The package unpacks into the system's temporary folder and takes whatever lies there: give it a folder of ours.
  process.env['TMPDIR'] = folder;
  // Makes it bring its own copies of NSS and the like, which a bare machine lacks.
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x';
  const { default: packed } = await import('@sparticuz/chromium');
  const path = await packed.executablePath();
  const env = { LD_LIBRARY_PATH: process.env['LD_LIBRARY_PATH'] ?? '' };
  // All that is for the browser alone.
  for (const [name, value] of before)
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  if (!existsSync(path)) throw new NoBrowserError(`Chromium を展開できませんでした: ${path}`);
  return { path, env };
}
