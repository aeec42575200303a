import type { Dialect } from './dialect.ts';
import { blog } from './blog/index.ts';
import { mkdocs } from './mkdocs/index.ts';
import { outline } from './outline/index.ts';
import { scrap } from './scrap/index.ts';

/** Every dialect. Where two look equally likely, the earlier one is taken. */
export const dialects: readonly Dialect[] = [mkdocs, outline, blog, scrap];
