import { readFileSync } from 'node:fs';
import { parse, type CollectionTag, type ScalarTag } from 'yaml';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a template is a tree of anything
type Tree = any;

export interface Template {
  readonly Parameters: Readonly<
    Record<string, { Default?: string; AllowedPattern?: string; AllowedValues?: string[] }>
  >;
  readonly Rules: Readonly<Record<string, Tree>>;
  readonly Resources: Readonly<Record<string, { Type: string; Condition?: string; Properties: Tree }>>;
  readonly Outputs: Readonly<Record<string, Tree>>;
}

const names = ['Ref', 'Sub', 'GetAtt', 'If', 'Equals', 'Not', 'And', 'Or', 'Condition', 'Split'];
const longName = (name: string) => (name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`);

/** CloudFormation's short forms (`!Ref x`) as their long ones (`{ Ref: x }`). */
const customTags: (ScalarTag | CollectionTag)[] = names.flatMap((name) => [
  { tag: `!${name}`, resolve: (value: string) => ({ [longName(name)]: value }) } satisfies ScalarTag,
  {
    tag: `!${name}`,
    collection: 'seq' as const,
    resolve: (value) => ({ [longName(name)]: (value as Tree).toJSON() }),
  } satisfies CollectionTag,
]);

/** `.aws/template.yaml` as data. */
export function readTemplate(): Template {
  const text = readFileSync(new URL('../../../.aws/template.yaml', import.meta.url), 'utf8');
  return parse(text, { customTags, logLevel: 'silent' });
}

/** The headers that a response headers policy of the template makes CloudFront send. */
export function readHeaders(template: Template, resource: string): Record<string, string> {
  const config = template.Resources[resource]?.Properties.ResponseHeadersPolicyConfig;
  const { ContentSecurityPolicy, ReferrerPolicy, StrictTransportSecurity, ContentTypeOptions } =
    config.SecurityHeadersConfig;
  const { AccessControlMaxAgeSec, IncludeSubdomains, Preload } = StrictTransportSecurity;
  const hsts = [
    `max-age=${AccessControlMaxAgeSec}`,
    IncludeSubdomains && 'includeSubDomains',
    Preload && 'preload',
  ];
  const items = config.CustomHeadersConfig.Items as { Header: string; Value: string; Override: boolean }[];
  const all = [ContentSecurityPolicy, ReferrerPolicy, StrictTransportSecurity, ContentTypeOptions, ...items];
  if (!all.every(({ Override }) => Override === true))
    throw new Error(`${resource} does not override every header`);
  return {
    'content-security-policy': ContentSecurityPolicy.ContentSecurityPolicy,
    'referrer-policy': ReferrerPolicy.ReferrerPolicy,
    'strict-transport-security': hsts.filter(Boolean).join('; '),
    'x-content-type-options': 'nosniff',
    ...Object.fromEntries(items.map(({ Header, Value }) => [Header.toLowerCase(), Value])),
  };
}
