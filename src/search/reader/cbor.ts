/** What Pagefind's files are made of. */
export type CborValue = number | string | readonly CborValue[];

const MAJOR = { unsigned: 0, negative: 1, text: 3, array: 4 } as const;
const INDEFINITE = 31;
const BREAK = 0xff;
const decoder = new TextDecoder();

/**
 * Decodes the part of CBOR (RFC 8949) that Pagefind writes: integers of up to 32 bits, texts and arrays.
 *
 * @throws {RangeError} for anything else, and for bytes that end too soon
 */
export function decodeCbor(bytes: Uint8Array): CborValue {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const readCount = (short: number): number => {
    if (short < 24) return short;
    const size = [1, 2, 4][short - 24];
    if (size === undefined) throw new RangeError(`unknown length ${short}`);
    at += size;
    return size === 1 ? view.getUint8(at - 1) : size === 2 ? view.getUint16(at - 2) : view.getUint32(at - 4);
  };
  const readItem = (): CborValue => {
    const head = view.getUint8(at);
    at += 1;
    const major = head >> 5;
    const short = head & 31;
    if (major === MAJOR.array && short === INDEFINITE) {
      const items: CborValue[] = [];
      while (view.getUint8(at) !== BREAK) items.push(readItem());
      at += 1;
      return items;
    }
    const count = readCount(short);
    switch (major) {
      case MAJOR.unsigned:
        return count;
      case MAJOR.negative:
        return -1 - count;
      case MAJOR.text:
        at += count;
        return decoder.decode(bytes.subarray(at - count, at));
      case MAJOR.array:
        return Array.from({ length: count }, readItem);
      default:
        throw new RangeError(`unknown type ${major}`);
    }
  };
  return readItem();
}
