import { readSettings, type SiteSettings } from '../src/site/settings.ts';
import { root, UsageError } from './command.ts';

/**
 * The settings with which a site is made, from the environment and what goes before it.
 *
 * @throws {UsageError} when an address or the path is none: whoever makes the pages would only stumble over it
 */
export function readBuildSettings(overrides: Readonly<Record<string, string>> = {}): SiteSettings {
  const settings = readSettings(root, { ...process.env, ...overrides });
  const { siteUrl, editUrl, base } = settings;
  if (readAddress(siteUrl)?.pathname !== '/')
    throw new UsageError(
      `公開する URL「${siteUrl}」は、https://notes.example.com のように書きます（パスは --base か BASE_PATH）。`,
    );
  if (!/^\/(?:(?!\.\.?\/)[\w.~-]+\/)*$/.test(base))
    throw new UsageError(
      `置く場所のパス「${base}」は、/kb/ のように、半角の英数字と - . _ ~ だけで書きます。`,
    );
  if (editUrl !== '' && !readAddress(editUrl))
    throw new UsageError(`ノートを直せる場所「${editUrl}」は、https:// で始まる URL で書きます。`);
  return settings;
}

/** An address of the web; undefined for anything else. */
function readAddress(text: string): URL | undefined {
  const url = URL.parse(text);
  return url && /^https?:$/.test(url.protocol) ? url : undefined;
}
