import { randomUUID } from 'node:crypto';
import { hostname, userInfo } from 'node:os';
import type { ChangeOptions, CommandContext } from './commands.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

/** Where the site lives, and how to print: options of `deploy`, `rollback` and `releases`. */
export const placeOptions = {
  stack: text,
  bucket: text,
  'state-bucket': text,
  distribution: text,
  kvs: text,
  endpoint: text,
  json: flag,
} as const;

/** Options of the commands that write. */
export const changeOptions = { 'dry-run': flag, 'break-lock': flag, 'max-deletes': text } as const;

/** The part of the usage text that explains both. */
export const placeUsage = `どこに:
  --stack NAME       .aws/template.yaml で作ったスタックの名前。省くと環境変数 DEPLOY_STACK
  --bucket B --state-bucket B --distribution ID --kvs ARN   スタックを使わないとき
  --endpoint URL     AWS の代わりに使う相手（検査用）。省くと環境変数 AWS_ENDPOINT_URL
  --json             結果を JSON で書き出します`;
export const changeUsage = `  --dry-run          計画だけを見せます。何も書きません
  --break-lock       止まったままのデプロイを引き継ぎます。本当に止まっているときだけ使ってください
  --max-deletes N    一度に消す古いページなどの上限（ハッシュ付きの部品は数えません）。省くと 256`;

type Values = Readonly<Record<string, string | boolean | undefined>>;
type Environment = Readonly<Record<string, string | undefined>>;

/** The most pages and other stable names that one deploy deletes, unless told otherwise; more looks like a mistake. */
const MAX_DELETES = 256;

/** Options as a context, or a sentence that says which are missing. Not pure: draws a token, asks who is calling. */
export function readContext(
  values: Values,
  env: Environment,
  signal: AbortSignal,
): CommandContext | { readonly problem: string } {
  const get = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined);
  const names = ['bucket', 'state-bucket', 'distribution', 'kvs'].map(get);
  const [bucket, stateBucket, distribution, redirectStore] = names;
  const stack = get('stack') ?? (names.every((name) => name === undefined) ? env['DEPLOY_STACK'] : undefined);
  let place: CommandContext['place'];
  if (stack && names.every((name) => name === undefined)) place = { stack };
  else if (!stack && bucket && stateBucket && distribution && redirectStore)
    place = { bucket, stateBucket, distribution, redirectStore };
  else
    return {
      problem: '--stack か、--bucket・--state-bucket・--distribution・--kvs の 4 つのどちらかが要ります。',
    };
  return {
    place,
    endpoint: get('endpoint') ?? env['AWS_ENDPOINT_URL'],
    json: values['json'] === true,
    color: process.stdout.isTTY,
    out: (chunk) => process.stdout.write(chunk),
    err: (chunk) => process.stderr.write(chunk),
    owner: nameOwner(env),
    token: randomUUID(),
    clock: () => new Date(),
    signal,
  };
}

/** Options of the commands that write, or a sentence that says which is wrong. */
export function readChange(values: Values): ChangeOptions | { readonly problem: string } {
  const maxDeletes = String(values['max-deletes'] ?? MAX_DELETES);
  if (!/^\d+$/.test(maxDeletes)) return { problem: '--max-deletes には 0 以上の整数を書きます。' };
  return {
    dryRun: values['dry-run'] === true,
    breakLock: values['break-lock'] === true,
    maxDeletes: Number(maxDeletes),
  };
}

/** Milliseconds in which a signal is the same one again: Ctrl+C comes from the terminal and from `scripts/run.mjs`. */
const ONE_SIGNAL_MS = 1000;

/**
 * Set when the user presses Ctrl+C or the machine asks to stop: the step under way ends, then the lock is freed. Who
 * asks again ends the process at once; the site is whole at each moment.
 */
export function abortOnSignals(): AbortSignal {
  const controller = new AbortController();
  const abort = () => {
    controller.abort();
    setTimeout(() => names.forEach((name) => process.off(name, abort)), ONE_SIGNAL_MS).unref();
  };
  const names = ['SIGINT', 'SIGTERM'] as const;
  for (const name of names) process.on(name, abort);
  return controller.signal;
}

/** For the message that others read while the lock is held. */
function nameOwner(env: Environment): string {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID, CODEBUILD_BUILD_ID } = env;
  if (GITHUB_RUN_ID) return `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`;
  return CODEBUILD_BUILD_ID ?? `${userInfo().username}@${hostname()}`;
}
