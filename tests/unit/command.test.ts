import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EXIT, runCommand } from '../../scripts/command.ts';

const options = {
  out: { type: 'string' },
  port: { type: 'string', default: '4321' },
  json: { type: 'boolean', short: 'j' },
} as const;

/** What a command that takes one operand is given, and what it says and ends with. */
async function run(...args: string[]) {
  process.argv.splice(2, Infinity, ...args);
  const body = vi.fn(() => Promise.resolve(EXIT.done));
  await runCommand({ usage: '使い方: …', options, operands: 1 }, body);
  const said = [...vi.mocked(console.error).mock.calls, ...vi.mocked(console.log).mock.calls].flat().join('');
  return { given: (body.mock.calls as unknown[][])[0]?.[0], said, code: process.exitCode };
}

const argv = [...process.argv];
beforeEach(() => {
  process.exitCode = EXIT.done;
  vi.spyOn(console, 'error').mockReturnValue();
  vi.spyOn(console, 'log').mockReturnValue();
});
afterEach(() => {
  vi.restoreAllMocks();
  process.argv.splice(0, Infinity, ...argv);
  process.exitCode = EXIT.done;
});

describe('a command line', () => {
  it('gives the command its values, defaults included', async () => {
    expect(await run('--out=-x', 'a', '-j')).toMatchObject({
      given: { values: { out: '-x', port: '4321', json: true }, positionals: ['a'] },
      code: EXIT.done,
    });
  });

  it.each(['--help', '-h'])('prints how it is used with %s', async (option) => {
    expect(await run(option)).toEqual({ given: undefined, said: '使い方: …', code: EXIT.done });
  });

  it.each([
    [['--foo'], '「--foo」という指定はありません。'],
    [['--foo=1'], '「--foo」という指定はありません。'],
    [['--no-json'], '「--no-json」という指定はありません。'],
    [['--toString'], '「--toString」という指定はありません。'],
    [['-x'], '「-x」という指定はありません。'],
    [['-jx'], '「-x」という指定はありません。'],
    [['--out'], '「--out」には値が要ります。'],
    [['--out', ''], '「--out」には値が要ります。'],
    [['--out='], '「--out」には値が要ります。'],
    [['--out', '--json'], '「--out」には値が要ります。'],
    [['--json=yes'], '「--json」に値は付けられません。'],
    [['--help=yes'], '「--help」に値は付けられません。'],
    [['a', 'b'], '「b」は何のことかわかりません。'],
  ])('says what is wrong with %j, and how to do it', async (args, message) => {
    expect(await run(...args)).toEqual({
      given: undefined,
      said: `${message}\n\n使い方: …`,
      code: EXIT.usage,
    });
  });
});
