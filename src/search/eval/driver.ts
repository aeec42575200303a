import type { Page } from 'playwright-core';
import type { Shown } from './metrics.ts';

/** A search in a browser, asked as a reader would. */
export interface SearchDriver {
  /** Opens the search anew in an empty browser profile. */
  open(): Promise<OpenSearch>;
}

export interface OpenSearch {
  /** Asks, waits for the answer with its excerpts, and reads it. */
  ask(query: string): Promise<Shown>;
  /** Bytes over the wire since the last call. */
  takeBytes(): number;
  /** Milliseconds from a key to the ordered results, and to the first ten excerpts, for each beginning of the query. */
  type(query: string): Promise<{ readonly results: number; readonly excerpts: number }[]>;
  close(): Promise<void>;
}

/** Counts the bytes of response bodies as they come over the wire; documents are not the search's. */
export async function countBytes(page: Page): Promise<() => number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const documents = new Set<string>();
  let bytes = 0;
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Document') documents.add(requestId);
  });
  session.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    if (!documents.has(requestId)) bytes += encodedDataLength;
  });
  return () => {
    const taken = bytes;
    bytes = 0;
    return taken;
  };
}
