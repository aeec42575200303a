// The KeyValueStore API accepts only signatures of version 4A; this import registers the signer with the SDK.
import '@aws-sdk/signature-v4a';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudFrontClient } from '@aws-sdk/client-cloudfront';
import { CloudFrontKeyValueStoreClient } from '@aws-sdk/client-cloudfront-keyvaluestore';
import { S3Client } from '@aws-sdk/client-s3';
import { openCdn } from './cdn.ts';
import type { Cloud } from './cloud.ts';
import { openRedirectStore } from './key-value-store.ts';
import { openBucket } from './s3-bucket.ts';
import { followServerClock } from './server-clock.ts';
import { findStackTarget, type Target } from './target.ts';

export interface AwsOptions {
  /** Another address for every service: the double on loopback. Without it, AWS. */
  readonly endpoint?: string | undefined;
  /** Milliseconds without a sign of life after which a request has failed; half a minute when not given. */
  readonly patience?: number;
}

/**
 * The cloud behind the names of a target. Region and credentials come from the SDK's default chain (environment,
 * shared configuration, web identity, instance role). `clock` is the machine's own.
 */
export function openAwsCloud(
  target: Target,
  { clock, ...options }: AwsOptions & { readonly clock: () => Date },
): Cloud {
  const { endpoint } = options;
  const s3 = new S3Client({
    ...connection(options),
    forcePathStyle: endpoint !== undefined,
    followRegionRedirects: true,
    // Each write of bytes states its own SHA-256; a second checksum in a trailer would only confuse loopback servers.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const keyValues = new CloudFrontKeyValueStoreClient(
    // The client puts the account number in front of the host name, and 127.0.0.1 has no such subdomain.
    endpoint === undefined
      ? connection(options)
      : {
          ...connection({ ...options, endpoint: undefined }),
          endpointProvider: () => ({ url: new URL(endpoint), properties: {} }),
        },
  );
  return {
    site: openBucket(s3, target.bucket),
    state: openBucket(s3, target.stateBucket),
    redirects: openRedirectStore(keyValues, target.redirectStore),
    cdn: openCdn(new CloudFrontClient(connection(options)), target.distribution),
    now: followServerClock(s3, clock),
  };
}

/** The names that a CloudFormation stack of `.aws/template.yaml` gives as outputs. */
export function lookUpStack(name: string, options: AwsOptions): Promise<Target> {
  return findStackTarget(new CloudFormationClient(connection(options)), name);
}

const connection = ({ endpoint, patience = 30_000 }: AwsOptions) => ({
  ...(endpoint === undefined ? {} : { endpoint }),
  // Not `requestTimeout`: it cuts large uploads over slow lines, and does not notice a body that stops half-way.
  requestHandler: { connectionTimeout: 5_000, socketTimeout: patience },
});
