/** One page of each type of the real site, the longest service page and one that has ended. */
export const PAGE_TYPES = [
  '/',
  '/services/',
  '/services/ecs/',
  '/services/codestar/',
  '/compare/',
  '/compare/load-balancers/',
  '/quotas/',
  '/glossary/',
  '/map/',
  '/headings/',
  '/search/',
  '/about/',
  '/404.html',
] as const;
