import { setAccess } from './edge/run-edge.ts';
import { headerPolicies, type HeaderPolicy } from './headers.ts';

/** The resource of each policy in the template. */
const policyResources: Readonly<Record<HeaderPolicy, string>> = {
  site: 'SiteHeaders',
  drawing: 'DrawingHeaders',
};

/**
 * A CloudFormation template with its generated parts written anew: the response header policies and the code of the
 * edge function. Everything outside the marks is kept as it is. Throws when a mark is missing.
 */
export function fillTemplate(template: string, edgeSource: string): string {
  const withHeaders = replacePart(template, 'header policies', writePolicies());
  return replacePart(withHeaders, 'edge function', writeFunction(edgeSource));
}

function replacePart(template: string, name: string, lines: readonly string[]): string {
  const mark = new RegExp(`^( *)(# begin generated: ${name}\\n)[^]*?^ *(# end generated: ${name}\\n)`, 'm');
  if (!mark.test(template)) throw new Error(`The template has no marks for ${name}`);
  return template.replace(mark, (_, indent: string, begin: string, end: string) =>
    [
      `${indent}${begin}`,
      ...lines.map((line) => (line ? `${indent}${line}\n` : '\n')),
      `${indent}${end}`,
    ].join(''),
  );
}

function writePolicies(): string[] {
  return Object.entries(policyResources).flatMap(([policy, resource]) => [
    `${resource}:`,
    '  Type: AWS::CloudFront::ResponseHeadersPolicy',
    '  Properties:',
    '    ResponseHeadersPolicyConfig:',
    `      Name: !Sub '\${AWS::StackName}-${policy}'`,
    ...writeHeaders(headerPolicies[policy as HeaderPolicy]).map((line) => `      ${line}`),
  ]);
}

/** CloudFront has own fields for some headers and refuses them as custom ones. */
function writeHeaders(headers: Readonly<Record<string, string>>): string[] {
  const security: string[] = [];
  const custom: string[] = [];
  for (const [name, value] of Object.entries(headers)) {
    const field = securityFields[name];
    if (field) security.push(...field(value).map((line) => `  ${line}`));
    else custom.push(`    - Header: ${name}`, `      Value: ${quote(value)}`, '      Override: true');
  }
  return ['SecurityHeadersConfig:', ...security, 'CustomHeadersConfig:', '  Items:', ...custom];
}

const securityFields: Readonly<Record<string, (value: string) => string[]>> = {
  'content-security-policy': (value) => [
    'ContentSecurityPolicy:',
    `  ContentSecurityPolicy: ${quote(value)}`,
    '  Override: true',
  ],
  'x-content-type-options': () => ['ContentTypeOptions: { Override: true }'],
  'referrer-policy': (value) => [`ReferrerPolicy: { ReferrerPolicy: ${value}, Override: true }`],
  'strict-transport-security': (value) => [
    'StrictTransportSecurity:',
    `  AccessControlMaxAgeSec: ${/max-age=(\d+)/.exec(value)?.[1] ?? 0}`,
    `  IncludeSubdomains: ${/includeSubDomains/.test(value)}`,
    `  Preload: ${/preload/.test(value)}`,
    '  Override: true',
  ],
};

/** As Prettier writes a YAML string: in single quotes, unless it has some itself. */
const quote = (value: string): string => (value.includes("'") ? JSON.stringify(value) : `'${value}'`);

/** `!Sub` fills in the parameter; the code itself must not contain its placeholder form. */
function writeFunction(source: string): string[] {
  if (source.includes('${')) throw new Error('The edge function must not contain ${');
  const code = setAccess(source, '${Access}').trimEnd().split('\n');
  return ['FunctionCode: !Sub |', ...code.map((line) => (line ? `  ${line}` : ''))];
}
