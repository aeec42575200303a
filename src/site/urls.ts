import { underBase } from '../model/paths.ts';

/** The full address of a path of this site, as it will be published. */
export const urlTo = (path: string): string =>
  new URL(underBase(import.meta.env.BASE_URL, path), import.meta.env.SITE).href;
