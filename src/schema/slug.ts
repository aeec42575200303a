import { z } from 'zod';

/**
 * A short ASCII name that may stand in a URL for years: lower-case words joined by hyphens. No underscores: ids that
 * the site's own parts have on a page (`search_list`) hold one, so that no id of a writer can be the same.
 */
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const slug = () =>
  z
    .string()
    .max(64)
    .regex(SLUG, { error: '半角の小文字・数字とハイフンだけで書きます（例: auto-scaling）。' });

export const serviceSlugSchema = slug()
  .brand<'ServiceSlug'>()
  .describe('サービスの slug（ファイル名と同じ）');
export const topicSlugSchema = slug().brand<'TopicSlug'>().describe('ノートの slug。ページ内の id になる');
export const comparisonSlugSchema = slug().brand<'ComparisonSlug'>().describe('比較ページの slug');
export const termSlugSchema = slug().brand<'TermSlug'>().describe('用語の id。用語集の中の id になる');

export type ServiceSlug = z.infer<typeof serviceSlugSchema>;
export type ComparisonSlug = z.infer<typeof comparisonSlugSchema>;
export type TermSlug = z.infer<typeof termSlugSchema>;

/** Whether a string has the form of a slug, whatever it names. */
export const isSlug = (value: string): boolean => value.length <= 64 && SLUG.test(value);
