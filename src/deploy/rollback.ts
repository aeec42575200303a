import { diagnose, nearest, startOf, type Diagnostic } from '../diagnostics/index.ts';
import type { ReleaseId } from './release.ts';
import { findLive, type HistoryEntry } from './state.ts';
import { STATE_KEY } from './storage.ts';

export type RollbackTarget =
  | { readonly release: ReleaseId; readonly diagnostic?: undefined }
  | { readonly release?: undefined; readonly diagnostic: Diagnostic };

/**
 * The release to go back to.
 *
 * @param history newest first
 * @param asked a release id or its beginning (4 digits or more). Without it: the same as before when a rollback stopped
 *   half-way, the live release when a deploy did, else the one that was live before the live one was deployed. So each
 *   further rollback goes one step further back, and never to what was rolled back from.
 */
export function findRollbackTarget(
  history: readonly HistoryEntry[],
  asked: string | undefined,
): RollbackTarget {
  const whole = history.filter(({ stage }) => stage !== 'started');
  const at = startOf(STATE_KEY);
  if (asked !== undefined) {
    const ids = [...new Set(whole.map(({ release }) => release))];
    const matches = asked.length >= 4 ? ids.filter((id) => id.startsWith(asked)) : [];
    const [only] = matches;
    if (only !== undefined && matches.length === 1) return { release: only };
    return { diagnostic: diagnose('N713', at, { release: asked, nearest: nearest(asked, ids) }) };
  }
  const [newest] = history;
  if (newest?.command === 'rollback' && newest.stage !== 'settled') return { release: newest.release };
  const live = findLive({ history })?.release;
  if (live !== undefined && newest?.stage === 'started') return { release: live };
  const deployed = whole.findIndex(({ release, command }) => release === live && command === 'deploy');
  const before = deployed < 0 ? undefined : whole.slice(deployed + 1).find(({ release }) => release !== live);
  return before ? { release: before.release } : { diagnostic: diagnose('N714', at) };
}
