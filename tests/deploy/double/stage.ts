import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  runDeploy,
  runReleases,
  runRollback,
  type CommandContext,
  type ExitCode,
} from '../../../src/deploy/commands.ts';
import type { CommandResult } from '../../../src/deploy/report.ts';
import { names } from './cloudfront.ts';
import { startFakeCloud, type FakeCloud } from './fake-cloud.ts';
import { openFront, type Front } from './front.ts';
import { renderSite, writeFiles, type SampleSite } from './sample-site.ts';

/** Everything that a test of a deploy needs: a cloud, a front, builds on disk, and a clock that can be set. */
export interface Stage {
  readonly cloud: FakeCloud;
  readonly front: Front;
  /** Where the builds are: `<folder>/dist`, `<folder>/redirects.yaml`. */
  readonly folder: string;
  now: Date;
  /** Writes a build (and redirects as `from → to`) without deploying it. */
  build(
    site: SampleSite | Record<string, string>,
    redirects?: Readonly<Record<string, string>>,
  ): Promise<void>;
  deploy(options?: RunOptions): Promise<Run>;
  rollback(asked?: string, options?: RunOptions): Promise<Run>;
  releases(): Promise<unknown>;
  passDays(days: number): void;
  close(): Promise<void>;
}

export interface RunOptions {
  readonly dryRun?: boolean;
  readonly breakLock?: boolean;
  readonly maxDeletes?: number;
  readonly token?: string;
  readonly signal?: AbortSignal;
}

export interface Run extends CommandResult {
  readonly code: ExitCode;
}

/** The SDK's credentials, region and patience. One attempt: a request that fails, fails. */
export const environment = {
  AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'example',
  AWS_REGION: 'ap-northeast-1',
  AWS_MAX_ATTEMPTS: '1',
  AWS_EC2_METADATA_DISABLED: 'true',
} as const;

export async function openStage(): Promise<Stage> {
  Object.assign(process.env, environment);
  const folder = await mkdtemp(join(tmpdir(), 'kumo-deploy-'));
  const cloud = await startFakeCloud();
  const clock = () => stage.now;
  const front = openFront(cloud.stored, clock);
  cloud.onInvalidate = (paths) => front.invalidate(paths);
  let runs = 0;

  const context = (out: (text: string) => void, { token, signal }: RunOptions): CommandContext => ({
    place: { stack: names.stack },
    endpoint: cloud.url,
    json: true,
    color: false,
    out,
    err: () => undefined,
    owner: 'test',
    token: token ?? `run-${(runs += 1)}`,
    clock,
    signal: signal ?? new AbortController().signal,
  });
  const run = async (
    start: (context: CommandContext) => Promise<ExitCode>,
    options: RunOptions,
  ): Promise<Run> => {
    let printed = '';
    const code = await start(context((text) => (printed += text), options));
    return { code, ...(JSON.parse(printed) as CommandResult) };
  };
  const change = ({ dryRun = false, breakLock = false, maxDeletes = 256 }: RunOptions) => ({
    dryRun,
    breakLock,
    maxDeletes,
  });

  const stage: Stage = {
    cloud,
    front,
    folder,
    now: new Date('2026-11-22T00:00:00Z'),
    async build(site, redirects = {}) {
      await writeFiles(join(folder, 'dist'), isSampleSite(site) ? renderSite(site) : site);
      const lines = Object.entries(redirects).map(
        ([from, to]) => `- { from: '${from}', to: '${to}', since: '2026-01-01' }\n`,
      );
      await writeFile(join(folder, 'redirects.yaml'), lines.join('') || '[]\n');
    },
    deploy: (options = {}) =>
      run(
        (c) =>
          runDeploy(c, {
            ...change(options),
            dist: join(folder, 'dist'),
            redirectFile: join(folder, 'redirects.yaml'),
          }),
        options,
      ),
    rollback: (asked, options = {}) => run((c) => runRollback(c, { ...change(options), asked }), options),
    async releases() {
      let printed = '';
      await runReleases(context((text) => (printed += text), {}));
      return JSON.parse(printed);
    },
    passDays(days) {
      stage.now = new Date(stage.now.getTime() + days * 24 * 60 * 60_000);
      cloud.now = stage.now;
    },
    async close() {
      await cloud.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  cloud.now = stage.now;
  return stage;
}

const isSampleSite = (site: SampleSite | Record<string, string>): site is SampleSite =>
  'notes' in site && typeof site.notes === 'object';
