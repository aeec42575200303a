import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isError, reportText, type Diagnostic } from '../src/diagnostics/index.ts';
import { derivePermalinks } from '../src/model/permalinks.ts';
import { reportDamage } from '../src/site/disk-cache.ts';
import { replaceFile } from '../src/site/replace-file.ts';
import { openSession } from '../src/site/session.ts';
import { readSettings } from '../src/site/settings.ts';
import { EXIT, root, runCommand } from './command.ts';

const usage = `使い方: npm run permalinks -- [--check]

公開した場所（ページと見出しの id）の一覧 content/permalinks.txt に、新しい場所を書き足します。消すことはありません。
公開した場所が無くなっていれば、content/redirects.yaml に書く行を提案します。
  --check  書き足さずに、足りないものがあれば終了コード 1 で終わります。`;

const HEADER = `# 公開したことのある場所。npm run permalinks が書き足す。行を消さない。\n`;

await runCommand({ usage, options: { check: { type: 'boolean', default: false } } }, async ({ values }) => {
  const settings = readSettings(root, process.env);
  const session = openSession(settings, reportDamage);
  try {
    const { entries, bodies, diagnostics } = await session.compile();
    const outlines = new Map([...bodies].map(([file, { outline }]) => [file, outline]));
    const permalinks = derivePermalinks(entries, outlines);
    const lost = diagnostics.filter(({ code }) => code === 'N505');
    // Before anything else: what moved usually breaks links inside the site as well.
    printProposals(lost);
    const others = diagnostics.filter((d) => isError(d) && d.code !== 'N505');
    if (others.length > 0) {
      process.stderr.write(reportText(others, { color: process.stderr.isTTY }));
      return EXIT.failed;
    }
    const known = new Set(entries.published.map(({ path }) => path));
    const fresh = [...permalinks].filter((path) => !known.has(path)).sort();
    if (values.check) {
      for (const path of fresh) console.error(`content/permalinks.txt にありません: ${path}`);
      if (fresh.length > 0) console.error('`npm run permalinks` が書き足します。');
      return fresh.length + lost.length > 0 ? EXIT.failed : EXIT.done;
    }
    await append(join(settings.contentDir, 'permalinks.txt'), fresh);
    console.log(
      fresh.length === 0 ? '新しい場所はありません。' : `新しい場所を ${fresh.length} 件、書き足しました。`,
    );
    return lost.length > 0 ? EXIT.failed : EXIT.done;
  } finally {
    await session.close();
  }
});

function printProposals(lost: readonly Diagnostic[]): void {
  if (lost.length === 0) return;
  const today = new Date().toISOString().slice(0, 10);
  console.error(
    `公開した場所が ${lost.length} 件、無くなっています。元に戻すか、次の行を確かめて content/redirects.yaml に足してください。
`,
  );
  for (const { values } of lost)
    console.error(
      `- from: ${String(values['permalink'])}
  to: ${String(values['to'] ?? '（移動先が見つかりません）')}
  since: ${today}`,
    );
  console.error('');
}

async function append(file: string, paths: readonly string[]): Promise<void> {
  if (paths.length === 0) return;
  const present = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    // A list that is there and cannot be read must not be begun anew.
    if (error.code !== 'ENOENT') throw error;
    return HEADER;
  });
  await replaceFile(file, `${present}${present.endsWith('\n') ? '' : '\n'}${paths.join('\n')}\n`);
}
