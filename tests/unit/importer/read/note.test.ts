import Encoding from 'encoding-japanese';
import { describe, expect, it } from 'vitest';
import { readNote } from '../../../../src/importer/read/note.ts';

const read = (bytes: Uint8Array | readonly number[] | string) =>
  readNote({
    source: 'a.txt',
    bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : Uint8Array.from(bytes),
  });
const TEXT = '雲の上のサーバー。ﾊﾝｶｸとＡＢＣ、日本語の文章です。\n';
const encode = (to: 'SJIS' | 'EUCJP' | 'JIS' | 'UTF16BE' | 'UTF16LE') =>
  Encoding.convert(Encoding.stringToCode(TEXT), { to, from: 'UNICODE' });

describe('readNote', () => {
  it.each([
    ['Shift_JIS', encode('SJIS')],
    ['EUC-JP', encode('EUCJP')],
    ['ISO-2022-JP', encode('JIS')],
    ['UTF-16LE', [0xff, 0xfe, ...encode('UTF16LE')]],
    ['UTF-16BE', [0xfe, 0xff, ...encode('UTF16BE')]],
  ])('reads %s and says so', (encoding, bytes) => {
    const { read: note, diagnostics } = read(bytes);
    expect(note?.note.text).toBe(TEXT);
    expect(diagnostics).toMatchObject([{ code: 'N106', severity: 'info', values: { encoding } }]);
  });

  it('reads UTF-8 with and without a mark, and says nothing', () => {
    for (const bytes of [TEXT, `\ufeff${TEXT}`]) {
      const { read: note, diagnostics } = read(bytes);
      expect([note?.note.text, diagnostics]).toEqual([TEXT, []]);
    }
  });

  it.each<[string, readonly number[] | string, number]>([
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d], 1],
    ['bytes of no encoding', [0xff, 0x80, 0xfd, 0x81, 0xff], 1],
    ['a broken character', [...new TextEncoder().encode('一\n二\n三'), 0xe4, 0xb8], 3],
    ['text with NUL', 'a\nb\0c', 2],
    ['half a UTF-16 pair', [0xff, 0xfe, 0x00, 0xd8], 1],
  ])('refuses %s and says where', (_, bytes, line) => {
    const { read: note, diagnostics } = read(bytes);
    expect(note).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'N104', source: { line } }]);
  });

  it.each(['', '   ', '\n\n\t\n', '\u200b\ufeff'])('refuses %j as empty', (text) => {
    expect(read(text)).toMatchObject({ read: undefined, diagnostics: [{ code: 'N103' }] });
  });

  it('cleans text and keeps its lines', () => {
    const { read: note } = read('か\u3099\r\n\u200b二\r三\u2028\u202e四');
    expect(note?.note.lines).toEqual(['が', '二', '三 四']);
  });

  it.each([
    ['https://console.aws/#/file-systems/fs-f77d60d6', 'https://console.aws/#/file-systems/fs-00000000'],
    ['i-0123456789abcdef0 と vol-12345678', 'i-00000000000000000 と vol-00000000'],
    ['"id": "b4a07570-eda1-9fe1-da5e-b672a1705c39"', '"id": "00000000-0000-0000-0000-000000000000"'],
    ['AKIAABCDEFGHIJKLMNOP', 'AKIAXXXXXXXXXXXXXXXX'],
    ['arn:aws:sns:ap-northeast-1:999988887777:topic', 'arn:aws:sns:ap-northeast-1:123456789012:topic'],
    [
      'docker login 999988887777.dkr.ecr.ap-northeast-1.amazonaws.com',
      'docker login 123456789012.dkr.ecr.ap-northeast-1.amazonaws.com',
    ],
    [
      'https://sqs.ap-northeast-1.amazonaws.com/999988887777/jobs',
      'https://sqs.ap-northeast-1.amazonaws.com/123456789012/jobs',
    ],
    [
      'https://999988887777.signin.aws.amazon.com/console',
      'https://123456789012.signin.aws.amazon.com/console',
    ],
    ['"OwnerId": "999988887777",', '"OwnerId": "123456789012",'],
    [`aws_secret_access_key = ${'aB3/'.repeat(10)}`, `aws_secret_access_key = ${'X'.repeat(40)}`],
    [`"SecretAccessKey": "${'aB3+'.repeat(10)}"`, `"SecretAccessKey": "${'X'.repeat(40)}"`],
    [`AWS_SESSION_TOKEN=${'aB3='.repeat(40)}`, `AWS_SESSION_TOKEN=${'X'.repeat(160)}`],
  ])('masks %s', (line, masked) => {
    const { read: note, diagnostics } = read(`前\n${line}`);
    expect(note?.note.lines[1]).toBe(masked);
    expect(new Set(diagnostics.map(({ code, source }) => `${code}:${source.line}`))).toEqual(
      new Set(['N204:2']),
    );
  });

  it('masks an account everywhere once it is known for one', () => {
    const { read: note, diagnostics } = read(
      '999988887777 で入る\n\narn:aws:iam::999988887777:role/x\n1999988887777',
    );
    expect(note?.note.text).toBe('123456789012 で入る\n\narn:aws:iam::123456789012:role/x\n1999988887777');
    expect(diagnostics.map(({ source }) => source.line)).toEqual([1, 3]);
  });

  it.each([
    'fs-abc',
    'https://example.com/b4a07570-eda1-9fe1-da5e-b672a1705c39.png',
    'ami-0123456789abcdef0',
    '999988887777',
  ])('leaves %s alone', (line) => {
    expect(read(line)).toMatchObject({ read: { note: { text: line } }, diagnostics: [] });
  });
});
