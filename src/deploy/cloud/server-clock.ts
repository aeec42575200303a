import type { S3Client } from '@aws-sdk/client-s3';

/** `Date` counts in seconds, and an answer is on its way for a moment: less than this is no difference. */
const NOISE_MS = 10_000;

/**
 * The time by the clock of S3, as its last answer told it. Machines whose clocks differ, by hours even (the SDK signs
 * requests all the same), so agree on who holds the lock and on what is old.
 *
 * @param clock the machine's own, which counts until there is an answer
 */
export function followServerClock(client: S3Client, clock: () => Date): () => Date {
  let ahead = 0;
  // Of low priority, it sees answers before they are parsed: a 404 has a time, too.
  client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const { headers } = result.response as { readonly headers?: Readonly<Record<string, string>> };
      const difference = Date.parse(headers?.['date'] ?? '') - Date.now();
      if (!Number.isNaN(difference)) ahead = Math.abs(difference) < NOISE_MS ? 0 : difference;
      return result;
    },
    { step: 'deserialize', priority: 'low', name: 'followServerClock' },
  );
  return () => new Date(clock().getTime() + ahead);
}
