import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

/** Rules beyond the type checker's: only what has caught a real fault. */
export default tseslint.config(
  { ignores: ['dist/', '.astro/', '.cache/', 'coverage/', 'node_modules/', 'tests/fixtures/', '.vscode/'] },
  ...tseslint.configs.strict,
  ...astro.configs['flat/recommended'],
  ...(astro.configs['flat/jsx-a11y-recommended'] ?? []),
  {
    rules: {
      // Zod and mdast narrow with checks that the compiler cannot follow; each use carries its reason.
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  // Command lines talk to the terminal; nothing else does.
  { files: ['scripts/**', '.config/**', 'tests/**'], rules: { 'no-console': 'off' } },
);
