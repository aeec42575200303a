import type { ConfigData } from 'html-validate';

/** What the HTML standard asks of a page; how it looks and works is measured in a browser. */
export const htmlRules: ConfigData = {
  root: true,
  extends: ['html-validate:recommended'],
  elements: ['html5'],
  rules: {
    // Forms that narrow a list act on every change; there is nothing to submit.
    'wcag/h32': 'off',
  },
};
