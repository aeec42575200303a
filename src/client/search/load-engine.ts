import type { Engine } from '../../search/engine/types.ts';

let engine: Promise<Engine> | undefined;

/** The one engine of this page, loaded when it is first asked for; a failure is forgotten, so that it can be tried again. */
export function loadEngine(): Promise<Engine> {
  engine ??= import('../../search/engine/index.ts')
    .then(({ createEngine }) => createEngine({ base: import.meta.env.BASE_URL }))
    .catch((error: unknown) => {
      engine = undefined;
      throw error;
    });
  return engine;
}

/** The next question gets a new engine. */
export function dropEngine(): void {
  engine = undefined;
}
