/** What Pagefind's files are made of. */
export type CborValue = number | string | readonly CborValue[];

/** The types that heads name. */
const UNSIGNED = 0;
const NEGATIVE = 1;
const TEXT = 3;
const ARRAY = 4;
/** What a head has in place of a small number, when the number follows in so many bytes. */
const ONE_BYTE = 24;
const FOUR_BYTES = 26;
const decoder = new TextDecoder();

/** Decodes UTF-8. */
export const decodeText = (bytes: Uint8Array): string => decoder.decode(bytes);

/**
 * Decodes the part of CBOR (RFC 8949) that Pagefind writes: integers of up to 32 bits, texts, and arrays that say their
 * length.
 *
 * @throws {RangeError} for anything else, and for bytes that end too soon
 */
export function decodeCbor(bytes: Uint8Array): CborValue {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const readByte = () => view.getUint8(at++);
  const readItem = (): CborValue => {
    const head = readByte();
    const major = head >> 5;
    let count = head & 31;
    if (count > FOUR_BYTES) throw new RangeError(`unknown length ${count}`);
    if (count >= ONE_BYTE) {
      const size = 2 ** (count - ONE_BYTE);
      count = 0;
      for (let i = 0; i < size; i += 1) count = count * 256 + readByte();
    }
    switch (major) {
      case UNSIGNED:
        return count;
      case NEGATIVE:
        return -1 - count;
      case TEXT:
        at += count;
        return decodeText(bytes.subarray(at - count, at));
      case ARRAY:
        return Array.from({ length: count }, readItem);
      default:
        throw new RangeError(`unknown type ${major}`);
    }
  };
  return readItem();
}
