import Encoding from 'encoding-japanese';

/** What bytes say as text, or why, and on which line, they are none. */
export type Decoded =
  | { readonly ok: true; readonly text: string; readonly encoding: string }
  | { readonly ok: false; readonly reason: string; readonly line: number };

/** Byte order marks, longest first, with the encoding that each announces. */
const MARKS: readonly { readonly bytes: readonly number[]; readonly label: string; readonly name: string }[] =
  [
    { bytes: [0xef, 0xbb, 0xbf], label: 'utf-8', name: 'UTF-8' },
    { bytes: [0xff, 0xfe], label: 'utf-16le', name: 'UTF-16LE' },
    { bytes: [0xfe, 0xff], label: 'utf-16be', name: 'UTF-16BE' },
  ];

/** The Japanese encodings, by the name that the detector gives them. */
const JAPANESE: Readonly<Record<string, { readonly label: string; readonly name: string }>> = {
  SJIS: { label: 'shift_jis', name: 'Shift_JIS' },
  EUCJP: { label: 'euc-jp', name: 'EUC-JP' },
  JIS: { label: 'iso-2022-jp', name: 'ISO-2022-JP' },
};

/**
 * Reads bytes as text: by byte order mark, else as UTF-8, else as the Japanese encoding that they look like. Bytes
 * that are valid in none, or that hold NUL, are not text.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const mark = MARKS.find((m) => m.bytes.every((byte, i) => bytes[i] === byte));
  if (mark) return check(decode(bytes, mark.label), mark.name);
  const utf8 = decode(bytes, 'utf-8');
  // ISO-2022-JP is pure ASCII with escape sequences, and so valid UTF-8.
  if (utf8 !== undefined && !/\u001b\$[@B]/.test(utf8)) return check(utf8, 'UTF-8');
  const found = JAPANESE[String(Encoding.detect(bytes))];
  return found
    ? check(decode(bytes, found.label), found.name)
    : { ok: false, reason: '知っている文字コードのどれとも合いません', line: firstFaultyLine(bytes) };
}

/** The line on which bytes stop being UTF-8; a line feed is never part of a longer character. */
function firstFaultyLine(bytes: Uint8Array): number {
  let line = 1;
  for (let from = 0, to; from < bytes.length; from = to, line += 1) {
    to = bytes.indexOf(0x0a, from) + 1 || bytes.length;
    if (decode(bytes.subarray(from, to), 'utf-8') === undefined) return line;
  }
  return 1;
}

function decode(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function check(text: string | undefined, encoding: string): Decoded {
  if (text === undefined) return { ok: false, reason: `${encoding} として正しくありません`, line: 1 };
  const nul = text.indexOf('\0');
  if (nul >= 0)
    return { ok: false, reason: 'NUL 文字があります', line: text.slice(0, nul).split('\n').length };
  return { ok: true, text, encoding };
}
