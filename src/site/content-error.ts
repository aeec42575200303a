import { isError, reportText, type Diagnostic } from '../diagnostics/index.ts';

/** Content that must not become a site. The message is the whole report. */
export class ContentError extends Error {
  override readonly name = 'ContentError';

  constructor(diagnostics: readonly Diagnostic[]) {
    super(`コンテンツに誤りがあります。\n\n${reportText(diagnostics, { color: false })}`);
  }
}

/**
 * Whether content is what an error is about. The content stages run in Astro's own module graph, where the class is
 * another one of the same name.
 */
export const isContentError = (error: unknown): error is ContentError =>
  error instanceof Error && error.name === 'ContentError';

/** Stops with the whole report when anything in the content is an error. */
export function assertSound({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }): void {
  if (diagnostics.some(isError)) throw new ContentError(diagnostics);
}
