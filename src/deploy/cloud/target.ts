import { DescribeStacksCommand, type CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudError } from './cloud.ts';
import { request } from './request.ts';

/** Where a site lives. */
export interface Target {
  readonly bucket: string;
  readonly stateBucket: string;
  /** CloudFront distribution id. */
  readonly distribution: string;
  /** ARN of the KeyValueStore of the edge function. */
  readonly redirectStore: string;
  /** The address that readers use. */
  readonly url?: string | undefined;
}

/** Outputs of `.aws/template.yaml`, by what they are for. */
export const stackOutputs = {
  bucket: 'SiteBucketName',
  stateBucket: 'StateBucketName',
  distribution: 'DistributionId',
  redirectStore: 'RedirectStoreArn',
  url: 'SiteUrl',
} as const satisfies Record<keyof Target, string>;

/** Reads the outputs of a stack; throws `CloudError` when it is not there or not one of ours. */
export async function findStackTarget(client: CloudFormationClient, name: string): Promise<Target> {
  const { Stacks = [] } = await request('DescribeStacks', name, () =>
    client.send(new DescribeStacksCommand({ StackName: name })),
  );
  const outputs = new Map(
    (Stacks[0]?.Outputs ?? []).map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]),
  );
  const read = (key: keyof Target): string => {
    const value = outputs.get(stackOutputs[key]);
    if (value) return value;
    throw new CloudError('DescribeStacks', name, `no output ${stackOutputs[key]}`);
  };
  return {
    bucket: read('bucket'),
    stateBucket: read('stateBucket'),
    distribution: read('distribution'),
    redirectStore: read('redirectStore'),
    url: read('url'),
  };
}
