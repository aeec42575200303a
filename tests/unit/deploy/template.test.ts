import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { RegoEngine, TemplateFile, type Engine } from '@aws/cloudformation-validate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stackOutputs } from '../../../src/deploy/cloud/target.ts';
import { edgeSource, setAccess } from '../../../src/deploy/edge/run-edge.ts';
import { headerPolicies } from '../../../src/deploy/headers.ts';
import { fillTemplate } from '../../../src/deploy/template.ts';
import { readTemplate, readHeaders } from '../../deploy/double/read-template.ts';

const file = fileURLToPath(new URL('../../../.aws/template.yaml', import.meta.url));
const text = readFileSync(file, 'utf8');
const template = readTemplate();
const { Resources, Parameters, Outputs } = template;
const properties = (name: string) => Resources[name]?.Properties;
const distribution = properties('Distribution').DistributionConfig;

describe('generated parts', () => {
  test('are what the header table and the edge function say (else: npm run deploy -- --template)', () => {
    expect(fillTemplate(text, edgeSource)).toBe(text);
  });

  test('a change of either shows', () => {
    expect(fillTemplate(text, edgeSource.replace('301', '302'))).not.toBe(text);
    expect(() => fillTemplate('Resources: {}', edgeSource)).toThrow('header policies');
    expect(() => fillTemplate(text, `${edgeSource}\n// \${x}`)).toThrow();
  });

  test('the policies, read back, are the table', () => {
    expect(readHeaders(template, 'SiteHeaders')).toEqual(headerPolicies.site);
    expect(readHeaders(template, 'DrawingHeaders')).toEqual(headerPolicies.drawing);
  });

  test('the function, read back with its parameter filled in, is the file', () => {
    const code = properties('ViewerRequest').FunctionCode['Fn::Sub'] as string;
    expect(code.replace('${Access}', 'public')).toBe(edgeSource);
    expect(code.replace('${Access}', 'basic')).toBe(setAccess(edgeSource, 'basic'));
    expect(code.match(/\$\{/g)).toHaveLength(1);
    expect(Parameters['Access']).toMatchObject({ Default: 'public', AllowedValues: ['public', 'basic'] });
  });
});

describe('validation (offline)', () => {
  let engine: Engine;
  beforeAll(() => {
    engine = new RegoEngine();
  });
  afterAll(() => engine.free());

  const everything = {
    DomainName: 'kb.example.com',
    HostedZoneId: 'Z0123456789ABCDEFGHIJ',
    AllowedIpv4: '203.0.113.0/24,198.51.100.7/32',
    AllowedIpv6: '2001:db8::/32',
    Access: 'basic',
    SignedCookiePublicKey: '-----BEGIN PUBLIC KEY-----',
    GitHubRepository: 'octocat@1/notes@2',
  };

  // The validator also looks into the branch that is not taken, where the alias is the empty default.
  test.each<[string, Record<string, string>, string[]]>([
    ['as it is', {}, ['E3013']],
    [
      'with a certificate',
      { DomainName: 'kb.example.com', CertificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/a' },
      [],
    ],
    ['with everything', everything, []],
  ])('%s', (_, parameterOverrides, known) => {
    const { diagnostics } = engine.validateStandard(new TemplateFile(file), {
      parameterOverrides,
      severityLevel: 'WARN',
    });
    expect(
      diagnostics.map(({ ruleId, message }) => (known.includes(ruleId) ? ruleId : `${ruleId} ${message}`)),
    ).toEqual(known);
  });

  test('finds a mistake', () => {
    const broken = new TemplateFile(file);
    broken.readBytes = () => Buffer.from(text.replace('HttpVersion: http2and3', 'HttpVersionn: http2and3'));
    const { diagnostics } = engine.validateStandard(broken, { severityLevel: 'ERROR' });
    expect(diagnostics.map(({ propertyPath }) => propertyPath)).toContain(
      'Properties.DistributionConfig.HttpVersionn',
    );
  });
});

test('fits into one request, and uses no YAML that CloudFormation does not know', () => {
  expect(Buffer.byteLength(text)).toBeLessThan(51_200);
  expect(text).not.toMatch(/^[^#\n]*(?:<<:|: &\w|: \*\w)/m);
});

test('nothing has to be given', () => {
  for (const [name, parameter] of Object.entries(Parameters))
    expect(parameter, name).toHaveProperty('Default');
});

describe('buckets', () => {
  test.each(['SiteBucket', 'StateBucket', 'LogBucket'])(
    '%s is closed to the world, encrypted, and outlives the stack',
    (name) => {
      expect(properties(name).PublicAccessBlockConfiguration).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
      expect(JSON.stringify(properties(name).BucketEncryption)).toContain('AES256');
      expect(Resources[name]).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
      const statements = properties(`${name}Policy`).PolicyDocument.Statement;
      expect(statements).toContainEqual(
        expect.objectContaining({
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:*',
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        }),
      );
    },
  );

  test.each(['SiteBucket', 'StateBucket'])('%s has no ACLs', (name) => {
    expect(properties(name).OwnershipControls.Rules).toEqual([{ ObjectOwnership: 'BucketOwnerEnforced' }]);
  });

  test('only this distribution may read the site; S3 tells it what is missing', () => {
    const allowed = properties('SiteBucketPolicy').PolicyDocument.Statement.filter(
      (s: { Effect: string }) => s.Effect === 'Allow',
    );
    expect(allowed.map((s: { Action: string }) => s.Action)).toEqual(['s3:GetObject', 's3:ListBucket']);
    for (const { Principal, Condition } of allowed) {
      expect(Principal).toEqual({ Service: 'cloudfront.amazonaws.com' });
      expect(Condition.StringEquals['AWS:SourceArn']['Fn::Sub']).toContain('distribution/${Distribution}');
    }
    expect(
      properties('StateBucketPolicy').PolicyDocument.Statement.every(
        (s: { Effect: string }) => s.Effect === 'Deny',
      ),
    ).toBe(true);
  });

  test('logs are forgotten', () => {
    expect(properties('LogBucket').LifecycleConfiguration.Rules[0]).toMatchObject({
      ExpirationInDays: 90,
      Status: 'Enabled',
    });
  });
});

describe('distribution', () => {
  const behaviors = [distribution.DefaultCacheBehavior, ...distribution.CacheBehaviors];

  test('HTTP/2 and 3, IPv6, TLS 1.2 of 2021, signed requests to the bucket', () => {
    expect(distribution).toMatchObject({ HttpVersion: 'http2and3', IPV6Enabled: true });
    expect(distribution.ViewerCertificate.MinimumProtocolVersion['Fn::If']).toEqual([
      'HasDomain',
      'TLSv1.2_2021',
      { Ref: 'AWS::NoValue' },
    ]);
    expect(properties('OriginAccess').OriginAccessControlConfig).toMatchObject({
      SigningBehavior: 'always',
      SigningProtocol: 'sigv4',
    });
  });

  test('each behaviour: https, GET and HEAD, compression, the policies, the function', () => {
    for (const behavior of behaviors)
      expect(behavior).toMatchObject({
        ViewerProtocolPolicy: 'redirect-to-https',
        AllowedMethods: ['GET', 'HEAD'],
        Compress: true,
        CachePolicyId: { Ref: 'CachePolicy' },
        TrustedKeyGroups: {
          'Fn::If': ['HasSignedCookies', [{ Ref: 'CookieKeyGroup' }], { Ref: 'AWS::NoValue' }],
        },
        FunctionAssociations: [{ EventType: 'viewer-request' }],
      });
    expect(
      behaviors.map(({ PathPattern, ResponseHeadersPolicyId }) => [PathPattern, ResponseHeadersPolicyId.Ref]),
    ).toEqual([
      [undefined, 'SiteHeaders'],
      ['*.svg', 'DrawingHeaders'],
    ]);
  });

  test('the cache keeps compressed files, and one copy whatever the query', () => {
    const config = properties('CachePolicy').CachePolicyConfig;
    expect(config.MinTTL).toBeGreaterThan(0);
    expect(config.ParametersInCacheKeyAndForwardedToOrigin).toEqual({
      EnableAcceptEncodingBrotli: true,
      EnableAcceptEncodingGzip: true,
      CookiesConfig: { CookieBehavior: 'none' },
      HeadersConfig: { HeaderBehavior: 'none' },
      QueryStringsConfig: { QueryStringBehavior: 'none' },
    });
  });

  test('a missing page is 404; a forbidden one stays 403', () => {
    expect(distribution.CustomErrorResponses).toEqual([
      { ErrorCode: 404, ResponseCode: 404, ResponsePagePath: '/404.html', ErrorCachingMinTTL: 10 },
    ]);
  });
});

describe('who may deploy', () => {
  const statements = properties('DeployPolicy').PolicyDocument.Statement as {
    Action: string | string[];
    Resource: unknown;
    Effect: string;
  }[];

  test('exactly what a deploy does, on exactly what it needs', () => {
    expect(statements.flatMap(({ Action }) => Action).sort()).toEqual([
      'cloudformation:DescribeStacks',
      'cloudfront-keyvaluestore:DescribeKeyValueStore',
      'cloudfront-keyvaluestore:ListKeys',
      'cloudfront-keyvaluestore:UpdateKeys',
      'cloudfront:CreateInvalidation',
      's3:DeleteObject',
      's3:GetObject',
      's3:ListBucket',
      's3:PutObject',
    ]);
    for (const { Resource, Effect } of statements) {
      expect(Effect).toBe('Allow');
      expect([Resource].flat()).not.toContain('*');
    }
  });

  test('GitHub: one environment of one repository, by equality', () => {
    const [statement] = properties('DeployRole').AssumeRolePolicyDocument.Statement;
    expect(statement.Action).toBe('sts:AssumeRoleWithWebIdentity');
    expect(statement.Condition).toEqual({
      StringEquals: {
        'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
        'token.actions.githubusercontent.com:sub': {
          'Fn::Sub': 'repo:${GitHubRepository}:environment:${GitHubEnvironment}',
        },
      },
    });
    expect(properties('DeployRole').ManagedPolicyArns).toEqual([{ Ref: 'DeployPolicy' }]);
  });

  test.each([
    ['octocat/notes', true],
    ['octocat@123456/notes@456789', true],
    ['octocat/*', false],
    ['*', false],
    ['octocat', false],
  ])('repository %s: %s', (value, allowed) => {
    expect(new RegExp(Parameters['GitHubRepository']?.AllowedPattern ?? '').test(value)).toBe(allowed);
  });
});

test('what must be in us-east-1 says so before anything is made', () => {
  expect(Object.keys(template.Rules)).toEqual(['AllowListNeedsUsEast1', 'OwnCertificateNeedsUsEast1']);
  expect(JSON.stringify(template.Rules).match(/us-east-1/g)?.length).toBeGreaterThanOrEqual(2);
  for (const name of ['AllowList', 'AllowedIpv4Set', 'AllowedIpv6Set'])
    expect(properties(name).Scope).toBe('CLOUDFRONT');
  expect(properties('AllowList').DefaultAction).toEqual({ Block: {} });
});

test('the outputs are those that the deploy reads', () => {
  for (const output of Object.values(stackOutputs)) expect(Outputs).toHaveProperty(output);
});
