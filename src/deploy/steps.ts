import type { Diagnostic } from '../diagnostics/index.ts';
import type { Release, ReleaseFile } from './release.ts';
import type { SiteState } from './state.ts';
import type { StoredHeaders, StoredObject } from './storage.ts';

/** What was found in the cloud before a deploy; everything that the plan depends on. */
export interface Observation {
  readonly state: SiteState;
  /** The release that readers see whole. */
  readonly live: Release | undefined;
  /** Releases of which files may be on the site or in the CDN besides the live one's (see `findUnsettled`). */
  readonly unsettled: readonly Release[];
  /** Releases that must stay whole after this deploy, without the target. */
  readonly kept: readonly Release[];
  /** The site bucket, by path. */
  readonly objects: ReadonlyMap<string, StoredObject>;
  /** Headers of those objects that had to be asked one by one (see `findUncertainPaths`). */
  readonly headers: ReadonlyMap<string, StoredHeaders>;
  /** Keys of the state bucket. */
  readonly stored: ReadonlySet<string>;
  /** What the edge answers with 301 now. */
  readonly redirects: ReadonlyMap<string, string>;
}

export type Step =
  | { readonly kind: 'store-manifest' }
  | { readonly kind: 'store-blob'; readonly path: string; readonly file: ReleaseFile }
  | { readonly kind: 'publish'; readonly path: string; readonly file: ReleaseFile; readonly isNew: boolean }
  | {
      readonly kind: 'redirect';
      readonly put: readonly (readonly [string, string])[];
      readonly remove: readonly string[];
    }
  | { readonly kind: 'verify' }
  | { readonly kind: 'go-live' }
  | { readonly kind: 'invalidate'; readonly paths: readonly string[] }
  | { readonly kind: 'delete-objects'; readonly keys: readonly string[] }
  | { readonly kind: 'delete-stored'; readonly keys: readonly string[] };

export type PhaseName =
  | 'record'
  | 'stage'
  | 'immutable'
  | 'support'
  | 'new-pages'
  | 'changed-pages'
  | 'discovery'
  | 'redirects'
  | 'verify'
  | 'switch'
  | 'invalidate'
  | 'collect';

/** Steps of one phase may run side by side; a phase begins when the one before is whole. */
export interface Phase {
  readonly name: PhaseName;
  readonly steps: readonly Step[];
}

export interface Plan {
  /** In order, none of them empty. No phases: the site is already so. */
  readonly phases: readonly Phase[];
  readonly diagnostics: readonly Diagnostic[];
}
