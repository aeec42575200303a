import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

/** These run when nothing else does: they measure the bytes and the shift of a page. */
const ALONE = ['tests/browser/budgets.test.ts', 'tests/browser/search-loading.test.ts'];

/**
 * Four suites, from fast to slow. `unit` needs nothing but the sources; `site` and `browser` share one build of the
 * real content and of the fixture sites (tests/site/global-setup.ts); `deploy` runs against a double of S3 and
 * CloudFront on loopback. What must be alone comes last.
 */
export default defineConfig({
  root,
  cacheDir: `${root}.cache/vitest`,
  test: {
    reporters: process.env['GITHUB_ACTIONS'] ? ['default', 'github-actions'] : ['default'],
    // One file more at once than the smallest machine of the project has processors: tests wait half of their time, for
    // browsers, for processes that they start, and for what a page must not do.
    maxWorkers: 3,
    // What files of tests load they share in one process, down to the pages of a site (tests/site/pages.ts): to load it
    // anew for each took longer than most of the tests.
    isolate: false,
    // A page beside another file of tests may be late.
    expect: { poll: { timeout: 15_000 } },
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], testTimeout: 120_000 } },
      {
        extends: true,
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          globalSetup: ['tests/site/global-setup.ts'],
          // Some look at every page, and some build.
          testTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          exclude: ALONE,
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
          name: 'alone',
          include: ALONE,
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
