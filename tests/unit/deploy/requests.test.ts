import { S3Client } from '@aws-sdk/client-s3';
import { expect, test, vi } from 'vitest';
import { CloudError, ConflictError } from '../../../src/deploy/cloud/cloud.ts';
import { request, requestIfPresent } from '../../../src/deploy/cloud/request.ts';
import { openBucket } from '../../../src/deploy/cloud/s3-bucket.ts';

const fail =
  (status: number | undefined, name = 'Oops', message = 'no') =>
  () =>
    Promise.reject(Object.assign(new Error(message), { name, $metadata: { httpStatusCode: status } }));

test.each([412, 409])('%i is a conflict', async (status) => {
  await expect(request('PutObject', 'k', fail(status))).rejects.toBeInstanceOf(ConflictError);
});

test.each([
  [403, 'AccessDenied', 'Access Denied', 'AccessDenied: Access Denied (403)'],
  [403, 'AccessDenied', 'AccessDenied', 'AccessDenied (403)'],
  [undefined, 'CredentialsProviderError', 'none found', 'CredentialsProviderError: none found'],
  [undefined, 'TimeoutError', '', 'TimeoutError'],
])('%s %s is said as one line', async (status, name, message, reason) => {
  const error = await request('GetObject', 'k', fail(status, name, message)).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(CloudError);
  expect(error).toMatchObject({ operation: 'GetObject', target: 'k', reason });
});

test('404 is an answer where it may be', async () => {
  expect(await requestIfPresent('GetObject', 'k', fail(404))).toBeUndefined();
  await expect(requestIfPresent('GetObject', 'k', fail(403))).rejects.toBeInstanceOf(CloudError);
  await expect(request('GetObject', 'k', fail(404))).rejects.toBeInstanceOf(CloudError);
});

test('a delete that S3 answers with 200 and errors has failed', async () => {
  const client = new S3Client({ region: 'us-east-1' });
  vi.spyOn(client, 'send').mockImplementation(
    async () => ({ Errors: [{ Key: 'a', Code: 'AccessDenied' }] }) as never,
  );
  await expect(openBucket(client, 'b').remove(['a', 'c'])).rejects.toMatchObject({
    target: 's3://b/a',
    reason: 'AccessDenied',
  });
});
