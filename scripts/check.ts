import { reportGithub, reportJson, reportText, isError } from '../src/diagnostics/index.ts';
import { fixContent } from '../src/site/fix.ts';
import { reportDamage } from '../src/site/disk-cache.ts';
import { openSession } from '../src/site/session.ts';
import { readSettings } from '../src/site/settings.ts';
import { EXIT, root, runCommand } from './command.ts';

const usage = `使い方: npm run check -- [--fix] [--json]

content/ を調べ、誤りをすべて一度に報告します。
  --fix   安全に直せるもの（見出しの id、NFC、キーの順番）を直してから調べます。
  --json  結果を JSON で書き出します。
環境変数 CONTENT_DIR で、別のフォルダーを調べられます。`;

await runCommand(
  { usage, options: { fix: { type: 'boolean' }, json: { type: 'boolean' } } },
  async ({ values }) => {
    const settings = readSettings(root, process.env);
    if (values.fix) {
      const fixed = await fixContent(settings.contentDir);
      for (const file of fixed) console.error(`直しました: ${file}`);
    }
    const session = openSession(settings, reportDamage);
    try {
      const { entries, diagnostics } = await session.compile();
      if (values.json) process.stdout.write(reportJson(diagnostics));
      else process.stdout.write(reportText(diagnostics, { color: process.stdout.isTTY }));
      if (process.env['GITHUB_ACTIONS']) process.stdout.write(reportGithub(diagnostics, 'content'));
      const failed = diagnostics.some(isError);
      if (!failed && !values.json)
        console.log(
          `誤りはありません（サービス ${entries.services.length}、ノート ${entries.notes.length}、比較 ${entries.comparisons.length}）。`,
        );
      return failed ? EXIT.failed : EXIT.done;
    } finally {
      await session.close();
    }
  },
);
