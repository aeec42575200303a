import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAwsCloud } from '../../src/deploy/cloud/aws.ts';
import { CloudError } from '../../src/deploy/cloud/cloud.ts';
import { names } from './double/cloudfront.ts';
import { environment } from './double/stage.ts';

/** Takes every request, and answers with nothing, or with the beginning of a body. */
const server = createServer((request, response) => {
  request.resume();
  if (request.url?.includes('half')) response.writeHead(200, { 'content-length': '100' }).write('half');
});

beforeAll(async () => {
  Object.assign(process.env, environment);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => server.closeAllConnections());

test.each(['silent', 'half'])(
  'an answer that stays %s is a failure, not a deploy that hangs',
  async (key) => {
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const cloud = openAwsCloud(names, { endpoint, clock: () => new Date(), patience: 100 });
    const error = await cloud.state.read(key).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(CloudError);
    expect(error).toMatchObject({ reason: expect.stringContaining('TimeoutError') });
  },
);
