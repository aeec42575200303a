import type { SourcePosition } from '../diagnostics/index.ts';

/** The spelling by which a name or a question is the same as another: width and case do not count. */
export const spellingOf = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Where the twin stands, as a finding says it. */
export const placeOf = ({ file, line }: SourcePosition): string => `${file}:${line}`;
