import { CreateInvalidationCommand, type CloudFrontClient } from '@aws-sdk/client-cloudfront';
import type { Cdn } from './cloud.ts';
import { request } from './request.ts';

/** A CloudFront distribution, by its id. */
export function openCdn(client: CloudFrontClient, distribution: string): Cdn {
  return {
    invalidate: (paths, token) =>
      request('CreateInvalidation', distribution, async () => {
        await client.send(
          new CreateInvalidationCommand({
            DistributionId: distribution,
            InvalidationBatch: {
              CallerReference: token,
              Paths: { Quantity: paths.length, Items: [...paths] },
            },
          }),
        );
      }),
  };
}
