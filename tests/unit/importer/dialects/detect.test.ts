import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { dialects } from '../../../../src/importer/dialects/index.ts';
import { vocabulary } from './reading.ts';

const folder = fileURLToPath(new URL('../../../fixtures/import/', import.meta.url));

const scoresOf = (lines: readonly string[]) =>
  Object.fromEntries(dialects.map(({ id, detect }) => [id, detect(lines, vocabulary)]));

const likeliest = (lines: readonly string[]): string | undefined =>
  Object.entries(scoresOf(lines)).toSorted(([, a], [, b]) => b - a)[0]?.[0];

describe('detect', () => {
  it.each(dialects.map(({ id }) => id))('knows %s by its marks, in windows of forty lines', (id) => {
    const lines = readdirSync(folder + id).flatMap((name) =>
      readFileSync(`${folder}${id}/${name}/raw.md`, 'utf8').split('\n'),
    );
    for (let from = 0; from + 40 <= lines.length; from += 20)
      expect(likeliest(lines.slice(from, from + 40)), `lines ${from + 1} on`).toBe(id);
  });

  it('calls plain text Markdown', () => {
    expect(likeliest(['ただの文。', '', 'もう一つの文。'])).toBe('outline');
    expect(likeliest([])).toBe('outline');
  });

  it('gives every dialect a score between 0 and 1', () => {
    const lines = ['〇', '```', '# 見出し', '  • 点', 'abab', '', '!!! note', '| a |', '・', '※'];
    for (const score of Object.values(scoresOf(lines))) {
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
    }
  });

  it('calls Markdown with the marks of a blog Markdown', () => {
    const lines = [
      '## EBS',
      '',
      '【手順】',
      '①作る',
      '②付ける',
      '③使う',
      '※急がない',
      '・一つ',
      '・二つ',
      '',
    ];
    expect(likeliest(lines)).toBe('outline');
    expect(likeliest(lines.slice(2))).toBe('blog');
  });

  it('calls plain text below bare names of services a blog', () => {
    expect(likeliest(['S3', '置き場所', '安い', '', 'SNS', '知らせる', '速い'])).toBe('blog');
    expect(likeliest(['S3', '', '- 置き場所', '- 安い', '', 'SNS', '', '- 知らせる'])).toBe('outline');
  });

  it('does not take what is inside a fence for a mark', () => {
    const lines = ['# コード', '', '```', '〇 一', '● 二', '・三', '※ 四', '```', ''];
    expect(likeliest(lines)).toBe('outline');
  });
});
