import type { DrawFailure, DrawReply, DrawRequest } from '../sandbox/messages.ts';
import { openWindow } from './dom/window.ts';
import { loadArtist } from './mermaid.ts';
import { translateDrawing, UnknownPartError } from './translate/translate.ts';

/**
 * The program that draws, in a process of its own (see sandbox/permissions.ts). For each request it sends one reply,
 * in order. It ends with its parent.
 */
const page = openWindow();
const artist = loadArtist();

process.on('disconnect', () => process.exit());
process.on('message', (request: DrawRequest) => {
  void draw(request).then((reply) => process.send?.(reply));
});

async function draw({ kind, body }: DrawRequest): Promise<DrawReply> {
  try {
    page.body.innerHTML = await (await artist).draw(kind, body);
    const svg = page.querySelector('svg');
    if (!svg) throw new UnknownPartError('svg');
    return { ok: true, drawing: translateDrawing(svg) };
  } catch (error) {
    return { ok: false, failure: describeFailure(error) };
  } finally {
    page.body.replaceChildren();
  }
}

/** Mermaid's parsers say in words at which line they stopped. */
function describeFailure(error: unknown): DrawFailure {
  if (error instanceof UnknownPartError) return { kind: 'part', name: error.message };
  const message = error instanceof Error ? error.message : String(error);
  const line = Number(/error on line (\d+)/i.exec(message)?.[1]);
  return line > 0 ? { kind: 'syntax', line } : { kind: 'message', message: message.split('\n')[0] ?? '' };
}
