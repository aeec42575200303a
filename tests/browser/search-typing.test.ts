import type { CDPSession, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { answered, ask, clearStatus, dialogHits, field, holdStyles, openSearch } from './search.ts';
import { useStage } from './stage.ts';

const stage = useStage('main');

/** Types as an input method does: the text grows and changes until it is committed. */
async function compose(session: CDPSession, steps: readonly string[]): Promise<void> {
  for (const text of steps)
    await session.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
}

const STEPS = ['d', 'ど', 'どうj', 'どうじ', 'どうじじ', 'どうじじっこう', '同時実行'];

/** What is asked of the index from now on. */
function listen(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/pagefind/')) asked.push(request.url());
  });
  return asked;
}

describe('an input method', () => {
  it('is left alone until the text is committed; then nothing of it is lost', async () => {
    const page = await stage.open('/about/');
    const session = await page.context().newCDPSession(page);
    await openSearch(page);
    await ask(page, 'ECS');
    const before = await dialogHits(page);
    await clearStatus(page);
    await field(page).fill('');
    await page.locator('[role=option]', { hasText: '用語集' }).waitFor();
    const start = await page.getByRole('option').allInnerTexts();
    const asked = listen(page);

    await compose(session, STEPS);
    await page.waitForTimeout(400);
    expect(await field(page).inputValue()).toBe('同時実行');
    expect(await page.getByRole('option').allInnerTexts()).toEqual(start);
    expect(asked).toEqual([]);

    await session.send('Input.insertText', { text: '同時実行' });
    await answered(page);
    expect(await field(page).inputValue()).toBe('同時実行');
    const hits = await dialogHits(page);
    expect(hits).not.toEqual(before);

    await ask(page, '同時実行');
    expect(await dialogHits(page)).toEqual(hits);
  });

  it('keeps its own keys: Enter, arrows and Escape act on its candidates', async () => {
    const page = await stage.open('/about/');
    const session = await page.context().newCDPSession(page);
    const dialog = await openSearch(page);
    await ask(page, 'ECS');
    const chosen = await field(page).getAttribute('aria-activedescendant');
    await compose(session, STEPS);
    await field(page).evaluate((input) => {
      for (const key of ['ArrowDown', 'Enter', 'Escape'])
        input.dispatchEvent(
          new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true, cancelable: true }),
        );
      // Safari: the composition is over, the key still is the input method’s.
      input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true }));
    });
    expect(await dialog.isVisible()).toBe(true);
    expect(await field(page).getAttribute('aria-activedescendant')).toBe(chosen);
    expect(new URL(page.url()).pathname).toBe('/about/');
  });

  it('composes on the search page too, without entries in the history', async () => {
    const page = await stage.open('/search/');
    const session = await page.context().newCDPSession(page);
    await page.locator('[data-search-field]').focus();
    const entries = await page.evaluate(() => history.length);
    await compose(session, STEPS);
    expect(await page.evaluate(() => location.search)).toBe('');
    await session.send('Input.insertText', { text: '同時実行' });
    await answered(page);
    expect(new URL(page.url()).searchParams.get('q')).toBe('同時実行');
    expect(await page.evaluate(() => history.length)).toBe(entries + 1);
  });
});

describe('quick typing', () => {
  it('loses no key, also before the search has loaded', async () => {
    const page = await stage.open('/about/');
    await page.route('**/pagefind/*.json', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    await openSearch(page);
    await page.keyboard.type('dynamodb');
    await answered(page);
    expect(await field(page).inputValue()).toBe('dynamodb');
    expect((await dialogHits(page))[0]).toContain('/services/dynamodb/');
  });

  it('loses no key, also before the dialog is there', async () => {
    const page = await stage.open('/about/');
    const asked = await holdStyles(page);
    await page.keyboard.type('/dynamo');
    const answer = await asked.promise;
    await page.keyboard.type('d/');
    await answer();
    await page.locator('.search-dialog[open]').waitFor();
    await page.keyboard.type('b');
    await answered(page);
    expect(await field(page).inputValue()).toBe('dynamod/b');
  });

  it('never shows an answer that came too late', async () => {
    const page = await stage.open('/about/');
    let held: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (held = resolve));
    let holding = false;
    await page.route('**/pagefind/text/**', async (route) => {
      if (holding) await released;
      await route.continue();
    });
    await openSearch(page);
    await ask(page, 'ECS');
    const right = await dialogHits(page);
    await ask(page, 'IAM');

    holding = true;
    await field(page).fill('スナップショット');
    await page.waitForRequest('**/pagefind/text/**');
    holding = false;
    await clearStatus(page);
    await field(page).fill('ECS');
    await answered(page);
    held();
    await page.waitForTimeout(300);
    expect(await dialogHits(page)).toEqual(right);
    expect(await field(page).inputValue()).toBe('ECS');
  });
});
