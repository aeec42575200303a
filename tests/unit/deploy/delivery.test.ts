import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const read = (file: string) => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');

interface WorkflowStep {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Record<string, unknown>;
}

describe('GitHub Actions', () => {
  const text = read('.github/workflows/deploy.yml');
  const workflow = parse(text);
  const job = workflow.jobs.deploy;
  const steps = job.steps as WorkflowStep[];

  test('runs for main and by hand, and for nothing that a stranger can start', () => {
    expect(workflow.on).toEqual({ push: { branches: ['main'] }, workflow_dispatch: null });
  });

  test('may read the code and ask for an identity, nothing else', () => {
    expect(workflow.permissions).toEqual({});
    expect(job.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
    expect(job.environment).toBe('production');
  });

  test('never cuts a deploy short, and runs one at a time', () => {
    expect(workflow.concurrency).toEqual({ group: 'deploy-production', 'cancel-in-progress': false });
    expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
  });

  test('installs from the lock, tests, builds, and only then gets credentials and deploys', () => {
    const order = steps.map(({ run, uses }) => run ?? uses?.replace(/@.*/, ''));
    expect(order).toEqual([
      'actions/checkout',
      'actions/setup-node',
      'npm ci',
      'npm test',
      'npm run build',
      'aws-actions/configure-aws-credentials',
      'npm run deploy -- --stack "$DEPLOY_STACK"',
    ]);
  });

  test('every action is pinned by a commit, with its version beside it', () => {
    const uses = [...text.matchAll(/^\s*- uses: (.*)$/gm)].map(([, line]) => line);
    expect(uses).toHaveLength(steps.filter((step) => step.uses).length);
    for (const line of uses) expect(line).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('has no keys, and nothing of others reaches a shell', () => {
    expect(text).not.toMatch(/secrets\.|aws-access-key-id|AWS_SECRET|AKIA/);
    for (const { run } of steps) expect(run ?? '').not.toContain('${{');
    expect(steps[0]?.with).toMatchObject({ 'persist-credentials': false });
    expect(steps.find(({ uses }) => uses?.startsWith('aws-actions/'))?.with).toEqual({
      'role-to-assume': '${{ vars.AWS_ROLE_ARN }}',
      'aws-region': '${{ vars.AWS_REGION }}',
    });
  });
});

describe('CodeBuild', () => {
  const text = read('.aws/buildspec.yml');
  const { version, phases } = parse(text);

  test('does the same, in the same order', () => {
    expect(version).toBe(0.2);
    const commands = ['install', 'pre_build', 'build'].flatMap((phase) => phases[phase].commands);
    expect(commands).toEqual([
      'npm ci',
      'npm test',
      'npm run build',
      'npm run deploy -- --stack "$DEPLOY_STACK"',
    ]);
  });

  test('deploys in a phase that does not run after a failure', () => {
    expect(Object.keys(phases)).toEqual(['install', 'pre_build', 'build']);
  });

  test('has no keys', () =>
    expect(text).not.toMatch(/AWS_SECRET|AWS_ACCESS|AKIA|parameter-store|secrets-manager/));
});
