import { describe, expect, it } from 'vitest';
import { applied, bodyOf, importTexts } from './known.ts';

const titlesOf = ({ planned }: ReturnType<typeof importTexts>): string[] =>
  planned.flatMap(({ text }) => /^title: (.*)$/m.exec(text)?.[1] ?? []);

const found = ({ diagnostics }: ReturnType<typeof importTexts>, code: string) =>
  diagnostics.filter((finding) => finding.code === code);

describe('a title', () => {
  it('is never cut inside a character', () => {
    const result = importTexts({
      'a.md': `## S3\n\n### あ${'𠮷'.repeat(70)}\n\n本文。\n`,
      'b.md': `# ${'あ'.repeat(29)}𠮷𠮷\n\n## 話\n\n本文。\n`,
    });
    expect(titlesOf(result)).toEqual([`あ${'𠮷'.repeat(24)}…`, `${'あ'.repeat(29)}：話`]);
  });
});

describe('a heading above text and topics', () => {
  it('is shortened before a topic only', () => {
    const text =
      '## S3 と EFS のどちらに置くのがよいかを考えるための長い見出し\n\n本文。\n\n### 話\n\n続き。\n';
    expect(titlesOf(importTexts({ 'a.md': text }))).toEqual([
      'S3 と EFS のどちらに置くのがよいかを考えるための長い見出し',
      'S3 と EFS のどちらに置くのがよいかを考えるための長い：話',
    ]);
  });
});

describe('a note that is one topic', () => {
  it.each([
    ['# S3 の置き方\n\n本文。\n', 'S3 の置き方'],
    ['ECS と Fargate の動かし方\n\n本文。\n', 'ECS と Fargate の動かし方'],
    ['# S3\n\n本文。\n', '概要'],
    ['# S3 の置き方\n\n本文。\n\n## 話\n\n続き。\n', '概要'],
  ])('has its title: %j', (text, title) => {
    expect(titlesOf(importTexts({ 'a.md': text }))[0]).toBe(title);
  });
});

describe('the name of a service with nothing below it', () => {
  it('is reported, because no page may come of it', () => {
    const result = importTexts({ 'a.md': '## EC2\n\n## S3\n\n### 話\n\n本文。\n' });
    expect(found(result, 'N203')).toMatchObject([
      { source: { line: 1 }, values: { reason: 'empty', text: '## EC2' } },
    ]);
    expect(result.notes[0]?.account).toMatchObject({ dropped: 3, lost: 0 });
  });
});

describe('a heading that says 「目次」', () => {
  it.each(['- [話](#話)', '[TOC]', '- [話](#話)\n\n[TOC]'])('goes with %j below it', (contents) => {
    const text = `## S3\n\n### 目次\n\n${contents}\n\n### 話\n\n本文。\n`;
    expect(titlesOf(importTexts({ 'a.md': text }))).toEqual(['話']);
  });

  it('stays when nothing below it went, whatever went elsewhere', () => {
    const text = '## S3\n\n<!-- 注 -->\n\n- [話](#話)\n\n### 目次\n\n### 話\n\n本文。\n\n[TOC]\n';
    expect(titlesOf(importTexts({ 'a.md': text }))).toEqual(['目次', '話']);
  });
});

describe('ids that a note gave its headings', () => {
  it('are kept in either form', () => {
    const result = importTexts({
      'a.md': '# S3 {#top}\n\n## 話 {#story}\n\n一。\n\n### 中 [#inner]\n\n二。\n\n#### 奥 {#deep}\n\n三。\n',
    });
    expect(result.planned.map(({ path }) => path)).toContain('notes/s3/story.mdx');
    const text = result.planned.find(({ path }) => path.endsWith('story.mdx'))?.text;
    expect(text).toContain('### 中 [#inner]');
    expect(text).toContain('#### 奥 [#deep]');
    expect(titlesOf(result)).toEqual(['話']);
  });
});

describe('a fence without an end', () => {
  it.each([
    ['at the margin', '```bash\nls\n\n## EC2\n', 3],
    ['in a list', '- 一\n\n  ~~~\n  x\n- 二\n', 5],
    ['with another fence in it', '````\n```\nx\n```\n', 3],
  ])('%s is reported', (_, code, line) => {
    const result = importTexts({ 'a.md': `## S3\n\n${code}` });
    expect(found(result, 'N208')).toMatchObject([{ source: { line }, severity: 'warning' }]);
  });

  it.each(['```\nx\n```', '> ~~~\n> x\n> ~~~~', '- 一\n\n  ```\n  x\n  ```', '    x', '``` x ```'])(
    'is not %j',
    (code) => {
      expect(found(importTexts({ 'a.md': `## S3\n\n${code}\n` }), 'N208')).toEqual([]);
    },
  );
});

describe('an address', () => {
  it.each([
    ['<https://example.com/あ>', '[https://example.com/あ](https://example.com/あ)'],
    ['[https://example.com/あ](https://example.com/あ)', '[https://example.com/あ](https://example.com/あ)'],
    ['https://example.com/xあ', '[https://example.com/x](https://example.com/x)あ'],
  ])('ends where its writer ended it: %s', (markdown, mdx) => {
    expect(bodyOf(markdown)).toBe(`${mdx}\n`);
  });
});

describe('an emoji of several', () => {
  it('stays one', () => {
    expect(bodyOf('👩🏽‍💻が書く。')).toBe('👩🏽‍💻が書く。\n');
  });
});

describe('components', () => {
  it.each([
    ['<Todo what="書く" />', '**書く**'],
    ['<img src=a.png alt=図>', '<Todo what="図: 図（a.png）" />'],
  ])('%s keep their words', (jsx, mdx) => {
    expect(bodyOf(jsx)).toBe(`${mdx}\n`);
  });
});

describe('a blog', () => {
  it('takes a row of dashes for space', () => {
    const result = importTexts({ 'a.txt': '-----\nS3\n【特徴】\n・安い\n＝＝＝＝\nEC2\n【特徴】\n・速い\n' });
    expect(result.notes).toMatchObject([{ dialects: ['blog'], account: { lost: 0 } }]);
    expect(result.planned.map(({ text }) => text).join('')).not.toMatch(/-----|＝/);
    expect(found(result, 'N203')).toEqual([]);
  });
});

describe('a scrap', () => {
  it('has no remark for a heading', () => {
    const result = importTexts({ 'a.txt': 'S3\n\n• 一\n  • 二\n\n※ 補足\n\n• 三\n' }, { dialect: 'scrap' });
    expect(titlesOf(result)).not.toContain('※ 補足');
  });
});

describe('a note that is imported again', () => {
  it('keeps its ids, whatever else is imported with it', () => {
    const [older, newer] = ['## S3\n\n### 話\n\n古い。\n', '## S3\n\n### 話\n\n新しい。\n'];
    const before = applied(importTexts({ 'b.md': older }));
    const after = applied(importTexts({ 'a.md': newer, 'b.md': older }, { target: before }), before);
    expect(after).toEqual(expect.arrayContaining(before));
    expect(after).toHaveLength(before.length + 1);
  });
});

describe('what parsers make links of by themselves', () => {
  it.each([
    'foo@example.com、次。',
    'www.example.com、次。',
    '[a@example.com](mailto:a@example.com)と<b@example.com>へ。',
    '[www.example.org](http://www.example.org)と。',
    '[d@example.com][r]へ。\n\n[r]: mailto:d@example.com',
  ])('is not lost: %s', (markdown) => {
    expect(importTexts({ 'a.md': `## S3\n\n${markdown}\n` }).notes).toMatchObject([{ account: { lost: 0 } }]);
  });
});

describe('a picture of a wiki', () => {
  it.each([
    ['![[図.png|300]]', '図: 図.png'],
    ['![[図.png|見取り図]]', '図: 見取り図（図.png）'],
    ['![[図.png]]', '図: 図.png'],
  ])('%s keeps its name and its caption', (wiki, what) => {
    expect(bodyOf(wiki)).toBe(`<Todo what="${what}" />\n`);
  });
});

describe('stress beside Japanese', () => {
  it.each(['**「太字」**の後', '**太字。**次', '前**「太字」**🎉と*（斜）*𠮷', '`&#x306E;`と書く'])(
    'is written as it is read: %s',
    (markdown) => {
      expect(bodyOf(markdown)).toBe(`${markdown}\n`);
    },
  );
});

describe('full-width spaces', () => {
  it('at the ends of a block say nothing', () => {
    expect(bodyOf('### 話\n\n　字下げ。\n　続き　\n\n#### 　見出し　\n\n本文。　')).toMatch(
      /^字下げ。\n　続き\n\n### 見出し \[#\S+\]\n\n本文。\n$/,
    );
  });
});

describe('a box of a kind that is not known', () => {
  it.each(['info', 'constructor'])('is a note: %s', (kind) => {
    const result = importTexts({ 'a.md': `# S3\n\n## 話\n\n> [!${kind}]\n> 中身。\n` });
    expect(result.planned.at(-1)?.text).toContain('<Aside>');
  });
});
