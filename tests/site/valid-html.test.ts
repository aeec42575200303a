import { HtmlValidate } from 'html-validate';
import { describe, expect, inject, it } from 'vitest';
import { htmlRules } from '../../.config/html-validate.ts';
import { readPages } from './pages.ts';

const validator = new HtmlValidate(htmlRules);

/** One line for each fault of an HTML text: rule, place and reason. */
async function faultsOf(html: string, file: string): Promise<string[]> {
  const { results } = await validator.validateString(html, file);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, line, column, message }) => `${file}:${line}:${column} ${ruleId}: ${message}`),
  );
}

describe('HTML', () => {
  it.each(['main', 'small'] as const)('is valid on every page of the %s site', async (name) => {
    const faults: string[] = [];
    for (const { html, file } of readPages(inject('sites')[name].folder))
      faults.push(...(await faultsOf(html, file)));
    expect(faults).toEqual([]);
  });

  it('is refused when elements stand where they must not', async () => {
    const html =
      '<!doctype html><html lang="ja"><head><title>x</title></head><body><p><div></div></p></body></html>';
    expect((await faultsOf(html, 'x.html')).join('\n')).toMatch(/no-implicit-close|close-order/);
  });
});
