/** Answers each request with what it was able to do: everything here must be refused. */
import { spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { lookup } from 'node:dns/promises';
import { readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

const own = fileURLToPath(import.meta.url);

/** Settles when the handle says so; a refusal is an error of any kind. */
const settle = (listen: (good: () => void, bad: (error: Error) => void) => void) =>
  new Promise<void>((good, bad) => listen(good, bad));

const attempts: Record<string, () => unknown> = {
  'read itself': () => readFileSync(own),
  'read a file of the system': () =>
    readFileSync(process.platform === 'win32' ? 'C:\\Windows\\win.ini' : '/etc/passwd'),
  'read a file of the project': () => readFileSync(own.replace(/tests.unit.*/, 'package-lock.json')),
  'write a file': () => writeFileSync(`${own}.out`, ''),
  'start a process': () => {
    const { error } = spawnSync(process.execPath, ['--version']);
    if (error) throw error;
  },
  'start a thread': () => new Worker('', { eval: true }),
  'open a connection': () =>
    settle((good, bad) =>
      connect(9, '127.0.0.1')
        .on('connect', good)
        .on('error', (error: NodeJS.ErrnoException) => {
          // A closed port is also an answer of the network.
          if (error.code === 'ECONNREFUSED') good();
          else bad(error);
        }),
    ),
  listen: () => settle((good, bad) => void createServer().on('error', bad).listen(0, good)),
  'send a datagram': () =>
    settle((good, bad) => {
      const socket = createSocket('udp4').on('error', bad);
      socket.send('x', 9, '127.0.0.1', (error) => (error ? bad(error) : good()));
    }),
  'look up a name': () => lookup('localhost'),
  fetch: () =>
    fetch('http://127.0.0.1:9/').catch((error: Error & { cause?: { code?: string } }) => {
      if (error.cause?.code !== 'ECONNREFUSED') throw error;
    }),
  'make code from text': () => new Function('return 1')() as unknown,
  'see the environment': () => {
    if (Object.keys(process.env).every((name) => name === 'NODE_CHANNEL_FD')) throw new Error('empty');
  },
};

process.on('message', () => {
  void (async () => {
    const able: string[] = [];
    for (const [name, attempt] of Object.entries(attempts)) {
      try {
        await attempt();
        able.push(name);
      } catch {
        // Refused, as it must be.
      }
    }
    process.send?.({ ok: false, failure: { kind: 'message', message: able.join(', ') } });
  })();
});
