/** How the site looks, for those who do not see its style sheet. A test holds `tokens.css` and the favicon to it. */

export const PAPER = { light: '#fdfdfb', dark: '#11161d' } as const;
export const ACCENT = '#1c56a6';

/** The logo, in a box of 32 by 32: a cloud, and two lines of text in it. */
export const CLOUD = 'M9 25a6.5 6.5 0 0 1-.9-12.9A8.5 8.5 0 0 1 24.4 13 6 6 0 0 1 24 25Z';
export const CLOUD_LINES = 'M11 18h10M11 21.5h6';
