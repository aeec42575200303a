/** What a page may cost a reader who comes for the first time. Sizes in bytes as they travel (Brotli). */
export const BUDGETS = {
  /** Most services: half of all service pages must be below. */
  typicalService: 35_000,
  /** Any page at all. */
  heaviest: 90_000,
  css: 10_000,
  /** Before the reader does anything. */
  javaScript: 5_000,
  /** The search page is the one page that is a program. */
  searchPageJavaScript: 10_000,
  /** To any other site. */
  thirdPartyRequests: 0,
  /** Cumulative layout shift: https://web.dev/articles/cls */
  layoutShift: 0,
} as const;
