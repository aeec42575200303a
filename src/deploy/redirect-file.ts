import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { diagnose, startOf, type Diagnostic } from '../diagnostics/index.ts';
import { redirectsSchema, type Redirect } from '../schema/index.ts';

export interface RedirectFile {
  readonly redirects: readonly Redirect[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The redirects of `content/redirects.yaml`; none when there is no such file. */
export async function readRedirects(file: string): Promise<RedirectFile> {
  try {
    const text = await readFile(file, 'utf8');
    return { redirects: redirectsSchema.parse(parse(text) ?? []), diagnostics: [] };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { redirects: [], diagnostics: [] };
    const problem = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    return {
      redirects: [],
      diagnostics: [diagnose('N719', startOf(file), { key: file, problem })],
    };
  }
}
