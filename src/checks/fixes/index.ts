import type { ContentFile } from '../../content/files.ts';
import { KEY_ORDERS } from '../key-order.ts';
import { fixKeyOrder } from './key-order.ts';

/** Mends what can be mended without a decision: the Unicode form, the order of keys. Returns the same text if nothing is wrong. */
export function fixFile({ path, text }: ContentFile): string {
  const kind = path.slice(0, path.indexOf('/'));
  const order = KEY_ORDERS[kind as keyof typeof KEY_ORDERS];
  const normalized = text.normalize('NFC');
  return order === undefined ? normalized : fixKeyOrder(normalized, order);
}
