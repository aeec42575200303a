import { buildSite } from '../src/site/build.ts';
import { readBuildSettings } from './build-settings.ts';
import { EXIT, root, runCommand } from './command.ts';

const usage = `使い方: npm run build -- [--base PATH] [--site URL] [--content DIR] [--out DIR] [--edit URL] [--no-offline]

サイトを組み立てます。
  --base     置く場所のパス（例: /kb/）。省くと /
  --site     公開する URL（例: https://notes.example.com）
  --content  コンテンツのフォルダー。省くと content
  --out      書き出す先。省くと dist
  --edit     ノートを直せる場所（例: https://github.com/ORG/REPO/edit/main/content/）。節に「直す」のリンクが付く
  --no-offline  オフラインで読むためのサービスワーカーをやめる。公開すると、読者の端末からも取り除かれます
環境変数 BASE_PATH、SITE_URL、CONTENT_DIR、OUT_DIR、EDIT_URL、OFFLINE=off でも指定できます。`;

const text = { type: 'string' } as const;

await runCommand(
  {
    usage,
    options: {
      base: text,
      site: text,
      content: text,
      out: text,
      edit: text,
      'no-offline': { type: 'boolean' },
    },
  },
  async ({ values: { base, site, content, out, edit, 'no-offline': noOffline } }) => {
    const env = {
      ...(base !== undefined && { BASE_PATH: base }),
      ...(site !== undefined && { SITE_URL: site }),
      ...(content !== undefined && { CONTENT_DIR: content }),
      ...(out !== undefined && { OUT_DIR: out }),
      ...(edit !== undefined && { EDIT_URL: edit }),
      ...(noOffline && { OFFLINE: 'off' }),
    };
    readBuildSettings(env);
    return (await buildSite(root, env)) ? EXIT.done : EXIT.failed;
  },
);
