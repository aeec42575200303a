import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium, NoBrowserError } from '../browser/chromium.ts';
import type { SampleService } from './corpus.ts';
import { startDev } from './dev-server.ts';
import { settingsOf, type Workplace } from './workplace.ts';

export interface EditingFigures {
  /** Seconds from the start of the dev server until it has answered with a page. */
  readonly firstPage: number;
  /** Seconds from saving a note until the browser shows it, the median of several notes. */
  readonly shown: number;
}

/** How many notes are edited, each on a page of its own. */
const EDITS = 8;

/** Opens a corpus in a dev server and edits one note after another; undefined where there is no browser to watch it. */
export async function measureEditing(
  place: Workplace,
  corpus: readonly SampleService[],
): Promise<EditingFigures | undefined> {
  let browser;
  try {
    browser = await launchChromium();
  } catch (error) {
    if (error instanceof NoBrowserError) return undefined;
    throw error;
  }
  const start = performance.now();
  const server = await startDev({ ...process.env, ...settingsOf(place) });
  try {
    await fetch(server.url).then((response) => response.text());
    const firstPage = (performance.now() - start) / 1000;
    const page = await browser.newPage();
    const times: number[] = [];
    for (let i = 0; i < EDITS; i += 1) {
      const service = corpus[Math.floor((i * corpus.length) / EDITS)];
      const note = service?.notes.at(-1);
      if (!service || !note) throw new Error('a corpus holds at least one note');
      await page.goto(`${server.url}services/${service.slug}/`, { waitUntil: 'networkidle' });
      const file = join(place.content, 'notes', service.slug, `${note.topic}.mdx`);
      times.push(await timeEdit(page, file, `書き足した文その${i}。`));
    }
    return { firstPage, shown: times.toSorted((a, b) => a - b)[EDITS / 2] ?? NaN };
  } finally {
    await server.stop();
    await browser.close();
  }
}

/** Seconds from adding a sentence to a file until the open page holds it. */
async function timeEdit(page: Page, file: string, sentence: string): Promise<number> {
  const start = performance.now();
  await appendFile(file, `\n${sentence}\n`);
  // The page is loaded anew in the meantime; the question is asked again in the new one.
  await page.waitForFunction((text) => document.body.textContent.includes(text), sentence, { polling: 10 });
  return (performance.now() - start) / 1000;
}
