import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

/** These measure time, bytes or the shift of a page, and run when nothing else does. */
const MEASURING = [
  'tests/browser/bench.test.ts',
  'tests/browser/budgets.test.ts',
  'tests/browser/search-loading.test.ts',
];

/**
 * Four suites, from fast to slow. `unit` needs nothing but the sources; `site` and `browser` share one build of the
 * real content and of the fixture sites (tests/site/global-setup.ts); `deploy` runs against a double of S3 and
 * CloudFront on loopback. What measures in a browser comes last and alone.
 */
export default defineConfig({
  root,
  cacheDir: `${root}.cache/vitest`,
  test: {
    reporters: process.env['GITHUB_ACTIONS'] ? ['default', 'github-actions'] : ['default'],
    // As many files at once as the smallest machine of the project has processors.
    maxWorkers: 2,
    // A page beside another file of tests may be late.
    expect: { poll: { timeout: 15_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          testTimeout: 30_000,
          // Files share the modules that they load: loading them anew took longer than most tests.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          globalSetup: ['tests/site/global-setup.ts'],
          testTimeout: 60_000,
          // Files share the pages that they read (tests/site/pages.ts).
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          exclude: MEASURING,
          globalSetup: ['tests/site/global-setup.ts', 'tests/browser/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: { name: 'deploy', include: ['tests/deploy/**/*.test.ts'], testTimeout: 120_000 },
      },
      {
        extends: true,
        test: {
          name: 'measuring',
          include: MEASURING,
          globalSetup: ['tests/site/global-setup.ts', 'tests/browser/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
