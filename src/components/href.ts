import { underBase } from '../model/paths.ts';

/** The address of a path of this site under the base of this build. */
export const href = (path: string): string => underBase(import.meta.env.BASE_URL, path);
