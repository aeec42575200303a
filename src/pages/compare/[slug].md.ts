import type { APIRoute, GetStaticPaths } from 'astro';
import type { ComparisonPage } from '../../model/comparison-page.ts';
import { writeComparisonMarkdown } from '../../model/machine-pages.ts';
import { loadSite, readBody } from '../../site/collections.ts';
import { urlTo } from '../../site/urls.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  (await loadSite()).comparisons.map((comparison) => ({
    params: { slug: comparison.slug },
    props: { comparison },
  }));

/** A comparison as plain Markdown. */
export const GET: APIRoute<{ comparison: ComparisonPage }> = async ({ props: { comparison } }) => {
  const { markdown } = await readBody(comparison.bodyKey);
  return new Response(writeComparisonMarkdown(comparison, markdown, urlTo), {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  });
};
