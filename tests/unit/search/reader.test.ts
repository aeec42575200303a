import { describe, expect, it } from 'vitest';
import { decodeCbor } from '../../../src/search/reader/cbor.ts';
import { readChunk, readMeta } from '../../../src/search/reader/pagefind-files.ts';

const bytes = (...all: number[]) => new Uint8Array(all);

describe('CBOR', () => {
  // The examples of RFC 8949, appendix A, for the types that Pagefind writes.
  it.each([
    [[0x00], 0],
    [[0x17], 23],
    [[0x18, 0x18], 24],
    [[0x19, 0x03, 0xe8], 1000],
    [[0x1a, 0x00, 0x0f, 0x42, 0x40], 1_000_000],
    [[0x20], -1],
    [[0x38, 0x63], -100],
    [[0x39, 0x03, 0xe7], -1000],
    [[0x60], ''],
    [[0x64, 0x49, 0x45, 0x54, 0x46], 'IETF'],
    [[0x63, 0xe6, 0xb0, 0xb4], '水'],
    [[0x80], []],
    [
      [0x83, 0x01, 0x02, 0x03],
      [1, 2, 3],
    ],
    [
      [0x83, 0x01, 0x82, 0x02, 0x03, 0x82, 0x04, 0x05],
      [1, [2, 3], [4, 5]],
    ],
  ])('%j', (encoded, value) => {
    expect(decodeCbor(bytes(...encoded))).toEqual(value);
  });

  it.each([
    [[0xa0]],
    [[0xf6]],
    [[0x9f, 0x01, 0xff]],
    [[0x1b, 0, 0, 0, 0, 0, 0, 0, 1]],
    [[0x82, 0x01]],
    [[]],
    [[0x19, 0x03]],
  ])('%j is refused', (encoded) => {
    expect(() => decodeCbor(bytes(...encoded))).toThrow(RangeError);
  });
});

describe('Pagefind’s files', () => {
  it('without their signature are refused', () => {
    expect(() => readMeta(bytes(0x80))).toThrow(RangeError);
    expect(() => readChunk(new TextEncoder().encode('<!doctype html>'))).toThrow(RangeError);
  });

  it('give positions in order, with the weight of each', () => {
    // [["wъ", [[2, [-25, 6, 6, -241, 0], []], [1, [-25, 5], []]], []]] behind the signature
    const chunk = [0x81, 0x81, 0x83, 0x63, 0x77, 0xd1, 0x8a, 0x82];
    const first = [0x83, 0x02, 0x85, 0x38, 0x18, 0x06, 0x06, 0x38, 0xf0, 0x00, 0x80];
    const second = [0x83, 0x01, 0x82, 0x38, 0x18, 0x05, 0x80];
    const file = [...new TextEncoder().encode('pagefind_dcd'), ...chunk, ...first, ...second, 0x80];
    expect(readChunk(bytes(...file))).toEqual(
      new Map([
        [
          'wъ',
          new Map([
            [
              2,
              [
                [0, 240],
                [6, 24],
                [12, 24],
              ],
            ],
            [3, [[5, 24]]],
          ]),
        ],
      ]),
    );
  });
});
