import { isError, reportText, sortDiagnostics, wordDiagnostic } from '../diagnostics/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import type { ImportResult } from './import.ts';
import type { PlannedFile } from './plan.ts';

/** What the report says of the run as a whole. */
export interface RunFacts {
  readonly out: string;
  readonly dryRun: boolean;
  /** Whether anything was written: not when a note could not be read. */
  readonly wrote: boolean;
}

const ACTIONS: readonly (readonly [PlannedFile['action'], string])[] = [
  ['create', '新規'],
  ['update', '更新'],
  ['same', '変更なし'],
  ['keep', '手直しを残す'],
  ['conflict', '衝突'],
  ['failed', '失敗'],
];

const WORDS = new Map(ACTIONS);

const count = (files: readonly PlannedFile[], action: PlannedFile['action']): number =>
  files.filter((file) => file.action === action).length;

/** For people: errors, then what else there is to know, then each file that changes, then the account of each note. */
export function reportImport(result: ImportResult, facts: RunFacts, color: boolean): string {
  const { planned, notes } = result;
  const loud = result.diagnostics.filter(isError);
  const quiet = result.diagnostics.filter((finding) => !isError(finding));
  const lines = [
    reportText(loud, { color }),
    ...summarizeQuiet(quiet),
    ...listFiles(planned),
    ...notes.map(
      ({ source, dialects, files, account }) =>
        `${source}（${dialects.join('、')}） ノート ${files.length}、残した文字 ${account.kept}、省いた文字 ${account.dropped}、失った文字 ${account.lost}`,
    ),
  ];
  const written = ACTIONS.map(([action, word]) => [word, count(planned, action)] as const)
    .filter(([, n]) => n > 0)
    .map(([word, n]) => `${word} ${n}`)
    .join('、');
  lines.push(
    facts.wrote
      ? `${facts.out}: ${written || '書くものなし'}`
      : facts.dryRun
        ? `書き出していません（--dry-run）: ${written}`
        : '何も書き出していません。',
  );
  return `${lines.filter(Boolean).join('\n')}\n`;
}

/** Which part of which note stands where. */
function listFiles(files: readonly PlannedFile[]): string[] {
  const lines = files
    .filter(({ action }) => action !== 'same')
    .map(({ path, action, from }) => {
      const ranges = (from?.lines ?? []).map(([first, last]) =>
        first === last ? first : `${first}-${last}`,
      );
      return `  ${WORDS.get(action)}  ${path}${from ? `（${from.source}:${ranges.join(', ')}）` : ''}`;
    });
  const named = files.some(({ path, action }) => action === 'create' && PROVISIONAL.test(path));
  return [
    ...lines,
    ...(named ? ['  → 名前が s-… のファイルは、公開する前に短い英語の名前に変えてください。'] : []),
  ];
}

/** A topic whose heading gave no English name. */
const PROVISIONAL = /\/s-[0-9a-f]{6}(?:-\d+)?\.mdx$/;

/** How many quiet findings of a kind are printed whole; `--json` has them all. */
const SHOWN = 20;

function summarizeQuiet(findings: readonly Diagnostic[]): string[] {
  const byCode = Map.groupBy(sortDiagnostics(findings), ({ code }) => code);
  return [...byCode]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([code, list]) => {
      const [first] = list;
      const { title, hint } = first ? wordDiagnostic(first) : { title: '', hint: '' };
      const shown = list
        .slice(0, SHOWN)
        .map((d) => `  ${d.source.file}:${d.source.line}:${d.source.column} ${wordDiagnostic(d).message}`);
      const more = list.length > SHOWN ? [`  ほか ${list.length - SHOWN} 件（--json ですべて出ます）`] : [];
      return [`${code} ${title}: ${list.length} 件`, ...shown, ...more, `  → ${hint}`, ''];
    });
}

/** For programs. */
export function reportImportJson(result: ImportResult, facts: RunFacts): string {
  const findings = sortDiagnostics(result.diagnostics).map((d) => ({ ...d, ...wordDiagnostic(d) }));
  const data = {
    out: facts.out,
    wrote: facts.wrote,
    files: result.planned.map(({ path, action, from }) => ({ path, action, ...from })),
    notes: result.notes,
    account: {
      kept: total(result, 'kept'),
      dropped: total(result, 'dropped'),
      lost: total(result, 'lost'),
    },
    findings,
    errors: findings.filter(isError).length,
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}

const total = ({ notes }: ImportResult, key: 'kept' | 'dropped' | 'lost'): number =>
  notes.reduce((sum, { account }) => sum + account[key], 0);
