import { reportText, wordDiagnostic, type Diagnostic } from '../diagnostics/index.ts';
import { classifyPath } from './cache-classes.ts';
import type { Condition } from './execute.ts';
import type { Release } from './release.ts';
import type { Observation, PhaseName, Plan, Step } from './steps.ts';

/** What a plan does to the site, for the summary. Paths are sorted. */
export interface Changes {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** Same bytes, other headers. */
  readonly headersOnly: readonly string[];
  /** No longer part of the site; deleted when no kept release needs them. */
  readonly dropped: readonly string[];
  readonly redirectsPut: readonly string[];
  readonly redirectsRemoved: readonly string[];
  readonly invalidated: readonly string[];
  readonly deleted: number;
  /** Bytes that leave this machine. */
  readonly uploadBytes: number;
}

/** The result of a command, as `--json` prints it. */
export interface CommandResult {
  readonly release: string | null;
  readonly previous: string | null;
  readonly url: string | null;
  /** `planned`: a dry run. `unchanged`: nothing had to be done. `refused`: nothing was begun. */
  readonly result: 'planned' | 'unchanged' | 'refused' | Condition;
  readonly changes: Changes | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Names of the phases for people. */
export const phaseTitles: Readonly<Record<PhaseName, string>> = {
  record: '目録を保存',
  stage: '中身を保管',
  immutable: '変わらない部品',
  support: '名前の変わらない部品',
  'new-pages': '新しいページ',
  'changed-pages': '変わったページ',
  discovery: '索引と一覧',
  redirects: '転送',
  verify: '確かめる',
  switch: '公開を確定',
  invalidate: 'CDN に知らせる',
  collect: '古いファイルを片付ける',
};

/** Reads the changes out of a plan. */
export function summarizePlan(plan: Plan, seen: Observation, target: Release): Changes {
  const steps = plan.phases.flatMap((phase) => phase.steps);
  const published = steps.filter(isKind('publish')).sort((a, b) => (a.path < b.path ? -1 : 1));
  const old = (path: string) => seen.live?.files[path];
  const paths = (wanted: (step: (typeof published)[number]) => boolean) =>
    published.filter(wanted).map((s) => s.path);
  const redirects = steps.filter(isKind('redirect'));
  return {
    added: paths(({ path }) => !old(path)),
    changed: paths(({ path, file }) => old(path) !== undefined && old(path)?.sha256 !== file.sha256),
    headersOnly: paths(({ path, file }) => old(path)?.sha256 === file.sha256),
    dropped: Object.keys(seen.live?.files ?? {}).filter((path) => !(path in target.files)),
    redirectsPut: redirects.flatMap(({ put }) => put.map(([from]) => from)),
    redirectsRemoved: redirects.flatMap(({ remove }) => remove),
    invalidated: steps.filter(isKind('invalidate')).flatMap(({ paths: all }) => all),
    deleted: steps.filter(isKind('delete-objects')).reduce((sum, { keys }) => sum + keys.length, 0),
    uploadBytes: steps.filter(isKind('store-blob')).reduce((sum, { file }) => sum + file.size, 0),
  };
}

const isKind =
  <K extends Step['kind']>(kind: K) =>
  (step: Step): step is Extract<Step, { kind: K }> =>
    step.kind === kind;

/** For people: what changes, then what there is to say, then how it ended. */
export function reportResult(result: CommandResult, { color }: { color: boolean }): string {
  const { changes, diagnostics } = result;
  return [
    changes && hasChanges(changes) ? `${wordChanges(changes)}\n` : '',
    reportText(diagnostics, { color }),
    `${wordEnding(result)}\n`,
  ].join('');
}

/** For programs. */
export function reportResultJson(result: CommandResult): string {
  const diagnostics = result.diagnostics.map((d) => ({ ...d, ...wordDiagnostic(d) }));
  return `${JSON.stringify({ ...result, diagnostics }, null, 2)}\n`;
}

/** Long lists are cut: a first deploy has thousands of files. */
const LISTED = 20;

function hasChanges(changes: Changes): boolean {
  return Object.values(changes).some((value) => (Array.isArray(value) ? value.length > 0 : value !== 0));
}

function wordChanges(changes: Changes): string {
  const all = [
    ...changes.added.map((path) => ['+', path] as const),
    ...changes.changed.map((path) => ['~', path] as const),
    ...changes.headersOnly.map((path) => ['h', path] as const),
    ...changes.dropped.map((path) => ['-', path] as const),
    ...changes.redirectsPut.map((path) => ['→', path] as const),
    ...changes.redirectsRemoved.map((path) => ['×', path] as const),
  ];
  // Hashed names mean nothing to people, and there are hundreds of them.
  const listed = all.filter(([, path]) => classifyPath(path) !== 'immutable').slice(0, LISTED);
  const more = all.length > listed.length ? [`  … ほか ${all.length - listed.length} 件`] : [];
  const counts = [
    `追加 ${changes.added.length}`,
    `更新 ${changes.changed.length}`,
    `ヘッダーだけ ${changes.headersOnly.length}`,
    `使わなくなる ${changes.dropped.length}`,
    `転送 +${changes.redirectsPut.length} −${changes.redirectsRemoved.length}`,
    `片付け ${changes.deleted}`,
    `送信 ${changes.uploadBytes.toLocaleString('en')} バイト`,
  ];
  const cdn = changes.invalidated.length > 0 ? [`  CDN: ${changes.invalidated.join(' ')}`] : [];
  const lines = listed.map(([mark, path]) => `  ${mark} ${path}`);
  return [...lines, ...more, ...cdn, counts.join('、')].join('\n');
}

function wordEnding({ result, release, previous, url }: CommandResult): string {
  const place = url === null ? '' : ` ${url}`;
  const from = previous === null || previous === release ? '' : `（前は ${previous}）`;
  switch (result) {
    case 'planned':
      return `release ${release} にする計画です${from}。何も書いていません。`;
    case 'unchanged':
      return `release ${release} は公開済みです。することはありません。${place}`;
    case 'refused':
    case 'untouched':
      return 'サイトには何も書いていません。';
    case 'settled':
      return `release ${release} を公開しました${from}。${place}`;
    default:
      return `release ${release} は途中です。`;
  }
}
