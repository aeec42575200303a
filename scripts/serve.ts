import { join } from 'node:path';
import { readBuild } from '../src/deploy/build.ts';
import { readBuiltBase } from '../src/deploy/built-base.ts';
import { startPreviewServer } from '../src/deploy/preview-server.ts';
import { reportText } from '../src/diagnostics/index.ts';
import type { SiteSettings } from '../src/site/settings.ts';
import { EXIT, type ExitCode } from './command.ts';

export interface ServeOptions {
  /** The build to serve. */
  readonly folder: string;
  readonly port: number;
  readonly host: string;
}

/** Serves a build as it will be published, and says where. The process goes on until it is interrupted. */
export async function serveBuild(
  settings: Pick<SiteSettings, 'contentDir'>,
  { folder, port, host }: ServeOptions,
): Promise<ExitCode> {
  const redirectFile = join(settings.contentDir, 'redirects.yaml');
  const base = await readBuiltBase(folder);
  const { release, diagnostics } = await readBuild(folder, redirectFile, base);
  process.stderr.write(reportText(diagnostics, { color: process.stderr.isTTY }));
  if (diagnostics.some(({ code }) => code === 'N709')) return EXIT.failed;
  try {
    const redirects = release?.redirects ?? {};
    const { url } = await startPreviewServer({ root: folder, base, port, host, redirects });
    console.log(`${url} で見られます。Ctrl+C で終わります。`);
    return EXIT.done;
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    // Whatever else went wrong is no matter of the address.
    if (syscall !== 'listen' && syscall !== 'getaddrinfo') throw error;
    console.error(
      `${host} のポート ${port} で待てません（${code}）。--host と --port で別のものを選べます。`,
    );
    return EXIT.failed;
  }
}
