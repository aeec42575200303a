import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startPreviewServer } from '../../src/deploy/preview-server.ts';
import { useStage } from './stage.ts';

const stage = useStage('small');

/** The fixture's note tries to fetch these in a dozen ways; one that works is seen as a request. */
const CANARY = '/kb/canary/';

describe('a hostile note', () => {
  it.each(['/services/kumo-store/', '/glossary/', '/headings/', '/'])(
    'runs nothing and loads nothing on %s, even where no policy holds',
    async (path) => {
      const page = await stage.open(path, { bypassCSP: true });
      await page.waitForLoadState('networkidle');
      for (const element of await page.locator('main :is(a, summary)').all())
        await element.dispatchEvent('pointerover');
      expect(await page.content()).toContain(CANARY);
      expect(stage.troubles).toEqual([]);
    },
  );

  it('is seen where it does run', async () => {
    const page = await stage.open('/about/', { bypassCSP: true });
    await page.setContent(`<img src="${CANARY}image" onerror="fetch('${CANARY}error')">`);
    await page.waitForLoadState('networkidle');
    const seen = stage.troubles.splice(0).join('\n');
    expect(seen).toContain(`${CANARY}image`);
    expect(seen).toContain(`${CANARY}error`);
  });

  it('is shown as it was written', async () => {
    const page = await stage.open('/services/kumo-store/');
    const section = page.locator('section', { has: page.locator('#hostile') });
    const text = await section.innerText();
    for (const name of ['title', 'text', 'code', 'heading', 'aside', 'cell', 'file', 'block'])
      expect(text, name).toContain(CANARY + name);
    expect(await page.locator('.sources').innerText()).toContain(`${CANARY}source`);
    expect(await section.locator('script, img, [onerror], [onmouseover]').count()).toBe(0);
  });
});

describe('a hostile drawing that is opened by itself', () => {
  it('runs nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kumo-note-drawing-'));
    const script = `<script>document.documentElement.setAttribute('data-ran', '')</script>`;
    writeFileSync(
      join(folder, 'favicon.svg'),
      `<svg xmlns="http://www.w3.org/2000/svg" onload="this.dataset.ran = ''"><style>text { fill: red }</style>${script}<text>図</text></svg>`,
    );
    const server = await startPreviewServer({ root: folder });
    const page = await stage.browser.newPage();
    await page.goto(`${server.url}favicon.svg`);
    expect(await page.locator('svg').getAttribute('data-ran')).toBeNull();
    expect(await page.locator('text').evaluate((text) => getComputedStyle(text).fill)).toBe('rgb(255, 0, 0)');
    await server.close();
    rmSync(folder, { recursive: true });
  });
});
