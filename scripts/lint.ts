import { EXIT, runCommand } from './command.ts';
import { runSideBySide, type Step } from './steps.ts';

const usage = `使い方: npm run lint

プログラムを調べます: 型（astro check）、規則（ESLint）、書式（Prettier）。書式は npm run format で直せます。`;

/** The type checker; it first lets Astro compile the content and write the types of its collections (`astro sync`). */
export const TYPES: Step = {
  title: '型',
  bin: 'astro',
  args: ['check', '--minimumFailingSeverity', 'warning'],
};

/** What looks at each file by itself. */
export const STYLE: readonly Step[] = [
  {
    title: '規則',
    bin: 'eslint',
    args: ['--config', '.config/eslint.mjs', '--cache', '--cache-location', '.cache/eslint', '.'],
  },
  { title: '書式', bin: 'prettier', args: ['--check', '--log-level', 'warn', '.'] },
];

if (import.meta.main)
  await runCommand({ usage, options: {} }, async () => {
    const failed = await runSideBySide([TYPES, ...STYLE]);
    for (const title of failed) console.error(`✗ ${title}`);
    return failed.length > 0 ? EXIT.failed : EXIT.done;
  });
