/** What a page may cost a reader who comes for the first time. Sizes in bytes as they travel (Brotli). */
export const BUDGETS = {
  /** Most services: half of all service pages must be below. */
  typicalService: 25_000,
  /** Any page at all. */
  heaviest: 80_000,
  css: 7_500,
  /** Before the reader does anything. */
  javaScript: 5_000,
  /** The search page is the one page that is a program. */
  searchPageJavaScript: 8_500,
  /** To any other site. */
  thirdPartyRequests: 0,
  /** Cumulative layout shift: https://web.dev/articles/cls */
  layoutShift: 0,
} as const;
