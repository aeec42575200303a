import { lookup } from 'node:dns/promises';
import { LinkChecker, LinkState } from 'linkinator';
import { collectSources, findStaleEntries, type StaleEntry } from '../src/checks/staleness.ts';
import { isError, reportText } from '../src/diagnostics/index.ts';
import { loadEntries } from '../src/content/load.ts';
import { readContentFiles } from '../src/content/files.ts';
import { daySchema } from '../src/schema/index.ts';
import { readSettings } from '../src/site/settings.ts';
import { EXIT, root, runCommand, UsageError } from './command.ts';

const usage = `使い方: npm run stale -- [--days 180] [--today 2026-11-22] [--offline]

見直しどきのものを表にします。何かあれば終了コード 1 で終わります。
  - 照合や確認の日が --days 日より前のノート、比較、クォータ
  - 終了日を過ぎたのに、終了と書いていないサービス
  - 応答しない出典（--offline を付けると調べません。ネットワークの無い機械では、調べられないことだけを伝えます）`;

const options = {
  days: { type: 'string', default: '180' },
  today: { type: 'string' },
  offline: { type: 'boolean', default: false },
} as const;

const REASONS = { checked: '照合日', quota: '確認日', lifecycle: '終了日を過ぎた' } as const;

await runCommand({ usage, options }, async ({ values }) => {
  const today = values.today ?? new Date().toISOString().slice(0, 10);
  if (!/^\d{1,5}$/.test(values.days))
    throw new UsageError('--days には 0 以上の整数（5 桁まで）を渡してください。');
  if (!daySchema.safeParse(today).success)
    throw new UsageError('--today は 2026-11-22 のように書いてください。');

  const read = await readContentFiles(readSettings(root, process.env).contentDir);
  const { entries, diagnostics } = loadEntries(read.files);
  const faults = [...read.diagnostics, ...diagnostics].filter(isError);
  if (faults.length > 0) {
    // What cannot be read would pass for what is not stale.
    process.stderr.write(reportText(faults, { color: process.stderr.isTTY }));
    return EXIT.failed;
  }
  const stale = findStaleEntries(entries, today, Number(values.days));
  printTable(stale);
  const dead = values.offline ? [] : await findDeadSources(collectSources(entries));
  for (const { url, files: citing, status } of dead)
    console.log(`出典が応答しません（${status}）: ${url}\n  ${citing.join('\n  ')}`);
  console.log(`見直しどき ${stale.length} 件、応答しない出典 ${dead.length} 件`);
  return stale.length + dead.length > 0 ? EXIT.failed : EXIT.done;
});

function printTable(stale: readonly StaleEntry[]): void {
  for (const { file, reason, day, what } of stale)
    console.log(`${day}  ${REASONS[reason]}  ${file}  ${what}`);
}

interface DeadSource {
  readonly url: string;
  readonly files: readonly string[];
  readonly status: string;
}

/** Asks for every source. A machine without a network says nothing about a link, so it is not called dead. */
async function findDeadSources(sources: ReadonlyMap<string, readonly string[]>): Promise<DeadSource[]> {
  const hosts = new Set([...sources.keys()].map((url) => new URL(url).hostname));
  const reachable = await Promise.all(
    [...hosts].map((host) =>
      lookup(host).then(
        () => true,
        () => false,
      ),
    ),
  );
  if (!reachable.includes(true)) {
    console.log('この機械からは、どの出典にも届きません。出典は調べていません。');
    return [];
  }
  const checker = new LinkChecker();
  const { links } = await checker.check({
    path: [...sources.keys()],
    concurrency: 8,
    timeout: 30_000,
    retry: true,
    retryErrors: true,
    retryErrorsCount: 2,
  });
  return links
    .filter(({ state, parent }) => state === LinkState.BROKEN && parent === undefined)
    .map(({ url, status }) => ({
      url,
      files: sources.get(url) ?? [],
      status: status ? String(status) : '応答なし',
    }));
}
