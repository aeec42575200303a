/**
 * One page of each type: of the real site where its words and drawings matter, the longest service page and one that
 * has ended among them; of the small site where the real one is a list of a thousand of the same.
 */
export const PAGE_TYPES = {
  main: [
    '/',
    '/services/',
    '/services/ecs/',
    '/services/codestar/',
    '/compare/',
    '/compare/load-balancers/',
    '/map/',
    '/search/',
    '/about/',
    '/404.html',
  ],
  small: ['/services/kumo-store/', '/quotas/', '/glossary/', '/headings/', '/map/', '/offline/'],
} as const;
