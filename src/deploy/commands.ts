import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { diagnose, isError, startOf, type Diagnostic } from '../diagnostics/index.ts';
import { checkBuiltAddress } from './built-address.ts';
import { readBuild } from './build.ts';
import { lookUpStack, openAwsCloud } from './cloud/aws.ts';
import type { Cloud } from './cloud/cloud.ts';
import type { Target } from './cloud/target.ts';
import { readRelease, readState } from './observe.ts';
import { publishRelease, wordReadFailure, type PublishOptions } from './publish.ts';
import { phaseTitles, reportResult, reportResultJson, type CommandResult } from './report.ts';
import { keepEntries } from './retention.ts';
import { findRollbackTarget } from './rollback.ts';
import { findLive } from './state.ts';
import { STATE_KEY } from './storage.ts';

/** What a command gets from the command line and the machine. */
export interface CommandContext extends Pick<PublishOptions, 'owner' | 'token' | 'signal'> {
  /** The machine's clock. */
  readonly clock: () => Date;
  /** A stack to read the names from, or the names themselves. */
  readonly place: { readonly stack: string } | Target;
  readonly endpoint: string | undefined;
  readonly json: boolean;
  readonly color: boolean;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

export type ChangeOptions = Pick<PublishOptions, 'dryRun' | 'breakLock' | 'maxDeletes'>;

export type ExitCode = 0 | 1;

/** `npm run deploy`: publishes a build folder. Redirects come from a file like `content/redirects.yaml`. */
export async function runDeploy(
  context: CommandContext,
  { dist, redirectFile, ...change }: ChangeOptions & { dist: string; redirectFile: string },
): Promise<ExitCode> {
  const { release, diagnostics } = await readBuild(dist, redirectFile);
  if (!release) return finish(context, refuse(diagnostics));
  return withCloud(context, async (cloud, { url }) => {
    const published = await publishRelease(cloud, release, {
      ...context,
      ...change,
      command: 'deploy',
      report: reportProgress(context),
      readFile: (path) => readFile(join(dist, path)),
    });
    return { ...published, diagnostics: [...published.diagnostics, ...(await checkBuiltAddress(dist, url))] };
  });
}

/** `npm run rollback`: publishes an earlier release, without a build. */
export async function runRollback(
  context: CommandContext,
  { asked, ...change }: ChangeOptions & { asked: string | undefined },
): Promise<ExitCode> {
  return withCloud(context, async (cloud) => {
    const { state } = await readState(cloud.state);
    const { release: id, diagnostic } = findRollbackTarget(state.history, asked);
    if (id === undefined) return refuse([diagnostic]);
    const release = await readRelease(cloud.state, id);
    if (!release) return refuse([diagnose('N713', startOf(STATE_KEY), { release: id })]);
    return publishRelease(cloud, release, {
      ...context,
      ...change,
      command: 'rollback',
      report: reportProgress(context),
    });
  });
}

/** `npm run releases`: what was published when, and what can be rolled back to. */
export async function runReleases(context: CommandContext): Promise<ExitCode> {
  const { json, out } = context;
  let printed = '';
  const code = await withCloud(context, async (cloud) => {
    const { state } = await readState(cloud.state);
    const kept = new Set(keepEntries(state.history, cloud.now()));
    const entries = state.history.map((entry) => ({ ...entry, kept: kept.has(entry) }));
    const live = findLive(state)?.release ?? null;
    printed = json
      ? `${JSON.stringify({ live, lock: state.lock, history: entries }, null, 2)}\n`
      : entries.map((entry) => `${wordEntry(entry, live)}\n`).join('') || 'まだ何も公開していません。\n';
    return undefined;
  });
  out(printed);
  return code;
}

const stageTexts = { started: '途中', live: '公開済み（CDN に未通知）', settled: '公開済み' } as const;

function wordEntry(
  entry: { release: string; since: string; command: string; stage: keyof typeof stageTexts; kept: boolean },
  live: string | null,
): string {
  const marks = [
    stageTexts[entry.stage],
    entry.release === live ? '今' : '',
    entry.kept ? '' : '次の公開で消えます',
  ];
  return [entry.release, entry.since, entry.command.padEnd(8), marks.filter(Boolean).join('、')].join('  ');
}

type CloudResult = Omit<CommandResult, 'url'>;

async function withCloud(
  context: CommandContext,
  use: (cloud: Cloud, target: Target) => Promise<CloudResult | undefined>,
): Promise<ExitCode> {
  const { place, endpoint, clock } = context;
  let result: CloudResult | undefined;
  let url: string | null = null;
  try {
    const target = 'stack' in place ? await lookUpStack(place.stack, { endpoint }) : place;
    url = target.url ?? null;
    result = await use(openAwsCloud(target, { endpoint, clock }), target);
  } catch (error) {
    result = refuse([wordReadFailure(error, '')]);
  }
  return result ? finish(context, { ...result, url }) : 0;
}

function finish({ json, color, out }: CommandContext, result: CommandResult | CloudResult): ExitCode {
  const whole = { url: null, ...result };
  out(json ? reportResultJson(whole) : reportResult(whole, { color }));
  return result.diagnostics.some(isError) ? 1 : 0;
}

const refuse = (diagnostics: readonly Diagnostic[]): CloudResult => ({
  release: null,
  previous: null,
  result: 'refused',
  changes: null,
  diagnostics,
});

/** A line for each hundred steps of a phase, and one when it is whole. */
function reportProgress({ json, err }: CommandContext): PublishOptions['report'] {
  return (phase, done, total) => {
    if (json || !(done === total || (done > 0 && done % 100 === 0))) return;
    err(`${phaseTitles[phase]} ${done}/${total}\n`);
  };
}
