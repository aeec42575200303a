import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Four suites, from fast to slow. `unit` needs nothing but the sources; `site` and `browser` share one build of the
 * real content and of the fixture sites (tests/site/global-setup.ts); `deploy` runs against a double of S3 and
 * CloudFront on loopback.
 */
export default defineConfig({
  root,
  cacheDir: `${root}.cache/vitest`,
  test: {
    reporters: process.env['GITHUB_ACTIONS'] ? ['default', 'github-actions'] : ['default'],
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], testTimeout: 30_000 } },
      {
        extends: true,
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          globalSetup: ['tests/site/global-setup.ts'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/site/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 1,
        },
      },
      {
        extends: true,
        test: { name: 'deploy', include: ['tests/deploy/**/*.test.ts'], testTimeout: 120_000 },
      },
    ],
  },
});
