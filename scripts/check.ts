import { reportGithub, reportJson, reportText, isError } from '../src/diagnostics/index.ts';
import { fixContent } from '../src/site/fix.ts';
import { reportDamage } from '../src/site/disk-cache.ts';
import { openSession } from '../src/site/session.ts';
import { readSettings } from '../src/site/settings.ts';
import { EXIT, root, runCommand } from './command.ts';

const usage = `使い方: npm run check -- [--content DIR] [--fix] [--json]

コンテンツを調べ、誤りをすべて一度に報告します。
  --content DIR  コンテンツのフォルダー。省くと環境変数 CONTENT_DIR、それもなければ content
  --fix          安全に直せるもの（文字の正規化 NFC、キーの順番）を直してから調べます。
  --json         結果を JSON で書き出します。`;

await runCommand(
  {
    usage,
    options: { content: { type: 'string' }, fix: { type: 'boolean' }, json: { type: 'boolean' } },
  },
  async ({ values }) => {
    const { content } = values;
    const settings = readSettings(root, {
      ...process.env,
      ...(content !== undefined && { CONTENT_DIR: content }),
    });
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
