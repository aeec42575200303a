import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { nameCard, type Card } from '../../../src/cards/card.ts';
import { CARD_SIZE, drawCard } from '../../../src/cards/drawing.ts';
import { renderCard } from '../../../src/cards/render.ts';
import { PAPER } from '../../../src/styles/brand.ts';

const card: Card = {
  title: '雲の倉庫（Kumo Store）',
  lead: 'ファイルを、名前と一緒にそのまま預ける。',
  label: 'ストレージ',
  category: 'storage',
  mark: undefined,
  siteName: '雲ノート',
};

/** Where the ink of a card ends, in pixels from its left edge; the top band and the cloud at the right are cut off. */
async function rightEdge(drawn: Card): Promise<number> {
  const svg = drawCard(drawn).replace(/<path d="M9 25[^>]*opacity[^>]*>/, '');
  const picture = await sharp(Buffer.from(svg)).png().toBuffer();
  const below = sharp(picture).extract({ left: 0, top: 60, ...CARD_SIZE, height: CARD_SIZE.height - 60 });
  const { info } = await sharp(await below.toBuffer())
    .trim({ background: PAPER.light, threshold: 12 })
    .toBuffer({ resolveWithObject: true });
  return info.width - (info.trimOffsetLeft ?? 0);
}

describe('a picture card', () => {
  it('is a small PNG of the size that networks ask for, the same each time', async () => {
    const picture = await renderCard(card);
    const { width, height, format } = await sharp(picture).metadata();
    expect({ width, height, format }).toEqual({ ...CARD_SIZE, format: 'png' });
    expect(picture.length).toBeLessThan(25_000);
    expect(await renderCard(card)).toEqual(picture);
  });

  it('holds outlines only, so that no machine’s fonts show', () => {
    expect(drawCard(card)).not.toMatch(/<text|font-family/);
  });

  it.each([
    'あ'.repeat(60),
    'サーバーレスアプリケーションリポジトリ（予約された同時実行とプロビジョニングされた同時実行の違い）',
    'GenerateDataKeyWithoutPlaintext and ReEncryptFromCustomKeyStoreAcrossRegions',
  ])('keeps a long title within its margins: %s', async (title) => {
    const edge = await rightEdge({ ...card, title, lead: '説明。'.repeat(60) });
    expect(edge).toBeLessThanOrEqual(CARD_SIZE.width - 72);
    expect(edge).toBeGreaterThan(600);
  });

  it('shows the lifecycle and the colour of the category', () => {
    const plain = drawCard(card);
    expect(drawCard({ ...card, mark: '提供終了' }).length).toBeGreaterThan(plain.length);
    expect(drawCard({ ...card, category: 'security' })).not.toBe(plain);
  });
});

describe('the name of a card', () => {
  it('changes with its words and with the code that draws, and with nothing else', () => {
    const name = nameCard(card, 'a');
    expect(name).toMatch(/^[0-9a-f]{20}$/);
    expect(nameCard({ ...card }, 'a')).toBe(name);
    expect(nameCard({ ...card, lead: '別の一文。' }, 'a')).not.toBe(name);
    expect(nameCard(card, 'b')).not.toBe(name);
  });
});
