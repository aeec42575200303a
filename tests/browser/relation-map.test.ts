import { describe, expect, it } from 'vitest';
import { PHONE, useStage } from './stage.ts';

const stage = useStage('main');

describe('the picture of the relations of a service', () => {
  it('dims all but the kind of relation that is chosen, and keeps the choice in the address', async () => {
    const page = await stage.open('/services/lambda/', { viewport: PHONE });
    const opacities = () =>
      page
        .locator('.relation-map [data-type]')
        .evaluateAll((edges) =>
          edges.map((edge) => [edge.getAttribute('data-type'), getComputedStyle(edge).opacity]),
        );
    expect(new Set((await opacities()).map(([, opacity]) => opacity))).toEqual(new Set(['1']));

    await page.locator('.relation-map').scrollIntoViewIfNeeded();
    await page.locator('.map-controls [name=type]').selectOption('stores-in');
    const bright = (await opacities()).filter(([, opacity]) => opacity === '1').map(([type]) => type);
    expect(new Set(bright)).toEqual(new Set(['stores-in']));
    expect(await page.locator('.map-controls output').innerText()).toBe(`${bright.length} 件の関係`);
    expect(new URL(page.url()).search).toBe('?type=stores-in');

    await page.reload();
    await page.locator('.relation-map').scrollIntoViewIfNeeded();
    await page.locator('.relation-map.focused').waitFor();
    expect((await opacities()).filter(([, opacity]) => opacity === '1')).toHaveLength(bright.length);
    await page.locator('.map-controls [name=type]').selectOption('');
    expect(new Set((await opacities()).map(([, opacity]) => opacity))).toEqual(new Set(['1']));
  });

  it('follows the neighbour that is pointed at, tells what it is, and leads to its page', async () => {
    const page = await stage.open('/services/lambda/');
    const link = page.locator('.relation-map [data-service=dynamodb]').first();
    await link.hover();
    await page.locator('.relation-map.focused').waitFor();
    const bright = page.locator('.relation-map [data-type].on');
    expect(
      new Set(
        await bright.evaluateAll((edges) => edges.map((edge) => edge.querySelector('a')?.dataset['service'])),
      ),
    ).toEqual(new Set(['dynamodb']));
    await page.locator('.preview', { hasText: 'DynamoDB' }).waitFor();
    await link.click();
    expect(new URL(page.url()).pathname).toBe('/services/dynamodb/');
  });

  it('is complete without JavaScript, its names inside a phone and at a size that can be read', async () => {
    const page = await stage.open('/services/cloudwatch/', { viewport: PHONE, javaScriptEnabled: false });
    expect(await page.locator('.map-controls').isVisible()).toBe(false);
    const names = await page.locator('.relation-map a').evaluateAll((links) =>
      links.map((link) => {
        const { left, right, height } = link.getBoundingClientRect();
        return { left, right, height, text: link.textContent };
      }),
    );
    expect(names.length).toBeGreaterThan(60);
    expect(names.filter(({ left, right, height }) => left < 0 || right > PHONE.width || height < 14)).toEqual(
      [],
    );
    await page.locator('.relation-map a').first().click();
    expect(new URL(page.url()).pathname).not.toBe('/services/cloudwatch/');
  });
});

it('the picture of all relations holds every name', async () => {
  const page = await stage.open('/map/');
  const outside = await page.locator('.service-map').evaluate((picture) => {
    const edge = picture.querySelector('svg')?.getBoundingClientRect() ?? new DOMRect();
    return [...picture.querySelectorAll('text')]
      .filter((name) => {
        const { left, right, top, bottom } = name.getBoundingClientRect();
        return left < edge.left - 1 || right > edge.right + 1 || top < edge.top || bottom > edge.bottom;
      })
      .map(({ textContent }) => textContent);
  });
  expect(outside).toEqual([]);
});
