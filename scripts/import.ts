import { join, resolve } from 'node:path';
import { readContentFiles } from '../src/content/files.ts';
import { loadEntries } from '../src/content/load.ts';
import { isError } from '../src/diagnostics/index.ts';
import { dialects } from '../src/importer/dialects/index.ts';
import { nameSources, readNoteFiles, writeFiles } from '../src/importer/files.ts';
import { learn } from '../src/importer/knowledge.ts';
import { importNotes, type ImportResult } from '../src/importer/import.ts';
import { reportImport, reportImportJson } from '../src/importer/report.ts';
import { readTarget } from '../src/importer/target.ts';
import { dialectSchema, lineSchema, serviceSlugSchema } from '../src/schema/index.ts';
import { readSettings } from '../src/site/settings.ts';
import { EXIT, root, runCommand, UsageError } from './command.ts';

const usage = `使い方: npm run import -- FILE… [--service SLUG] [--source ID] [--out DIR] [--dialect D] [--dry-run] [--json]

メモを、サービスごと話題ごとの MDX にします。失われる文字はなく、手で直したノートは上書きしません。
  --service SLUG  すべてをこのサービスに置きます。省くと見出しと言葉から決め、決まらないものは unsorted に置きます。
  --source ID     元のメモの呼び名。省くとファイル名。同じ呼び名なら、同じメモの取り込み直しになります。
  --out DIR       書き出すフォルダー。省くと環境変数 CONTENT_DIR、それもなければ content
  --dialect D     書式を決めつけます: ${dialectSchema.options.join('、')}
  --dry-run       書き出さずに、結果だけ報告します。
  --json          結果を JSON で書き出します。`;

const options = {
  service: { type: 'string' },
  source: { type: 'string' },
  out: { type: 'string' },
  dialect: { type: 'string' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

/** Findings after which nothing is written at all. */
const UNREADABLE = new Set(['N103', 'N104', 'N108']);

await runCommand({ usage, options, operands: Infinity }, async ({ values, positionals }) => {
  if (positionals.length === 0) throw new UsageError('取り込むファイルを指定してください。');
  if (positionals.some((path) => path.includes('\0')))
    throw new UsageError('ファイルの名前に NUL があります。');
  const service = readValue('--service', values.service, serviceSlugSchema);
  const source = readValue('--source', values.source, lineSchema);
  const dialect = readValue('--dialect', values.dialect, dialectSchema);
  const dryRun = values['dry-run'] === true;

  const { contentDir } = readSettings(root, process.env);
  const out = values.out === undefined ? contentDir : resolve(values.out);
  const home = join(root, 'content');
  const present = (await readContentFiles(out)).files;
  const own = out === home ? present : (await readContentFiles(home)).files;
  const added = present.filter(({ path }) => path.startsWith('services/'));
  const files = new Map([...own, ...added].map((file) => [file.path, file]));
  const knowledge = learn(loadEntries([...files.values()]).entries);
  const target = readTarget(present);
  if (service && !target.services.has(service) && !knowledge.services.some(({ id }) => id === service))
    throw new UsageError(`--service: 「${service}」というサービスはありません。`);

  const sources = nameSources(positionals, source).map(
    (name) => readValue(`元のメモの呼び名「${name}」（--source で決められます）`, name, lineSchema) ?? name,
  );
  const read = await readNoteFiles(positionals, sources);
  const progress = startProgress(read.files.length);
  const result = importNotes(read.files, { knowledge, target, dialects, service, dialect, onNote: progress });
  const faults = [...read.diagnostics, ...result.diagnostics.filter(({ code }) => UNREADABLE.has(code))];
  const wrote = !dryRun && faults.length === 0;
  const written = wrote ? await writeFiles(out, result.planned) : { files: result.planned, diagnostics: [] };
  const whole: ImportResult = {
    ...result,
    planned: written.files,
    diagnostics: [...read.diagnostics, ...result.diagnostics, ...written.diagnostics],
  };
  const facts = { out, dryRun, wrote };
  process.stdout.write(
    values.json ? reportImportJson(whole, facts) : reportImport(whole, facts, process.stdout.isTTY),
  );
  return whole.diagnostics.some(isError) ? EXIT.failed : EXIT.done;
});

function readValue<T>(
  option: string,
  value: string | undefined,
  schema: { safeParse(value: unknown): { data?: T; error?: { issues: { message: string }[] } } },
): T | undefined {
  if (value === undefined) return undefined;
  const { data, error } = schema.safeParse(value);
  if (data === undefined)
    throw new UsageError(`${option}: ${error?.issues[0]?.message ?? '使えない値です。'}`);
  return data;
}

/** Says on the error stream where a long run is. */
function startProgress(total: number): (number: number, source: string) => void {
  const started = performance.now();
  let last = started;
  return (number, source) => {
    const now = performance.now();
    if (now - last < 1000 && number !== total) return;
    if (now - started < 1000) return;
    last = now;
    console.error(`取り込み中 ${number}/${total} ${source}`);
  };
}
