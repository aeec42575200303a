import { drawingSchema, type Drawing } from './drawing.ts';

/** Keeps texts by key. What it loses is only drawn again. */
export interface DiagramCache {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string): Promise<void>;
}

/** The drawing under a key; undefined when there is none, or when what is there is not a drawing. */
export async function loadDrawing(cache: DiagramCache, key: string): Promise<Drawing | undefined> {
  const stored = await cache.get(key);
  return stored === undefined ? undefined : parseDrawing(stored);
}

export const storeDrawing = (cache: DiagramCache, key: string, drawing: Drawing): Promise<void> =>
  cache.set(key, JSON.stringify(drawing));

function parseDrawing(text: string): Drawing | undefined {
  try {
    return drawingSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
