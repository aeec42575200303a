import { afterAll, describe, expect, it } from 'vitest';
import { createDiagramRenderer } from '../../../../src/markdown/diagrams/index.ts';
import { answeredWith, createMemoryCache, drawingReply, program } from './fixtures.ts';

const cache = createMemoryCache();
const renderer = createDiagramRenderer({ cache, entry: program('liar') });
afterAll(() => renderer.close());

/** Ends as soon as it is asked: whoever is answered was answered by the cache. */
const crash = program('crash');
const diagram = answeredWith(drawingReply());

describe('the cache', () => {
  it('answers without a process, and what it cannot answer is asked of one', async () => {
    const drawn = await renderer.render(diagram, 'd');
    expect(drawn).toMatchObject({ ok: true });
    expect([...cache.entries.keys()]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);

    const idle = createDiagramRenderer({ cache, entry: crash });
    expect(await idle.render(diagram, 'd')).toEqual(drawn);
    expect(await idle.render(`${diagram} `, 'd')).toMatchObject({ ok: false, problem: { code: 'N320' } });
    idle.close();
  });

  it('keeps nothing of a diagram that failed', async () => {
    const before = cache.entries.size;
    const failure = answeredWith({ ok: false, failure: { kind: 'message', message: 'x' } });
    expect(await renderer.render(failure, 'd')).toMatchObject({ ok: false });
    expect(cache.entries.size).toBe(before);
  });

  it.each(['', '{', '{"svg":"<script>"}', 'null'])('does not trust a damaged entry: %j', async (damaged) => {
    const drawn = await renderer.render(diagram, 'd');
    for (const key of cache.entries.keys()) cache.entries.set(key, damaged);
    expect(await renderer.render(diagram, 'd')).toEqual(drawn);
    expect([...cache.entries.values()]).toContainEqual(expect.stringContaining('"outlines"'));
  });

  it('is asked once for a diagram that is wanted twice at the same time', async () => {
    const asked: string[] = [];
    const counting = { ...cache, get: (key: string) => (asked.push(key), cache.get(key)) };
    const twice = createDiagramRenderer({ cache: counting, entry: crash });
    await renderer.render(diagram, 'd');
    await Promise.all([twice.render(diagram, 'd'), twice.render(diagram, 'd')]);
    expect(asked).toHaveLength(1);
  });

  it('passes on the errors of the store', async () => {
    const broken = createDiagramRenderer({
      cache: { get: () => Promise.reject(new Error('no disk')), set: () => Promise.resolve() },
      entry: crash,
    });
    await expect(broken.render(diagram, 'd')).rejects.toThrow('no disk');
  });
});
