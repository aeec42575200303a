import { join } from 'node:path';
import { readBuild } from '../src/deploy/build.ts';
import { startPreviewServer } from '../src/deploy/preview-server.ts';
import { reportText } from '../src/diagnostics/index.ts';
import type { SiteSettings } from '../src/site/settings.ts';
import { EXIT, UsageError, type ExitCode } from './command.ts';

/** The option that says where a server waits; `serveBuild` checks it. */
export const DEFAULT_PORT = '4321';

export interface ServeOptions {
  /** The build to serve. */
  readonly folder: string;
  readonly port: string;
  readonly host: string;
}

/** Serves a build as it will be published, and says where. The process goes on until it is interrupted. */
export async function serveBuild(
  settings: SiteSettings,
  { folder, port, host }: ServeOptions,
): Promise<ExitCode> {
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new UsageError(`ポート「${port}」は使えません。`);
  const redirectFile = join(settings.contentDir, 'redirects.yaml');
  const { release, diagnostics } = await readBuild(folder, redirectFile, settings.base);
  process.stderr.write(reportText(diagnostics, { color: process.stderr.isTTY }));
  if (diagnostics.some(({ code }) => code === 'N709')) return EXIT.failed;
  try {
    const { base } = settings;
    const redirects = release?.redirects ?? {};
    const { url } = await startPreviewServer({ root: folder, base, port: Number(port), host, redirects });
    console.log(`${url} で見られます。Ctrl+C で終わります。`);
    return EXIT.done;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    console.error(`ポート ${port} で待てません（${code}）。--port で別のものを選べます。`);
    return EXIT.failed;
  }
}
