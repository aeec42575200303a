import { describe, expect, it } from 'vitest';
import { splitFrontMatter } from '../../../src/content/front-matter.ts';
import { dialects } from '../../../src/importer/dialects/index.ts';
import type { Dialect } from '../../../src/importer/dialects/dialect.ts';
import { importNotes } from '../../../src/importer/import.ts';
import { readTarget } from '../../../src/importer/target.ts';
import type { ServiceSlug } from '../../../src/schema/index.ts';
import { noteFile, serviceFile } from '../content-files.ts';
import { applied, codes, faultsOf, importTexts, knowledge } from './known.ts';

const NOTE = `# 学習の記録

## Lambda

イベントを受けて動く。

### 同時実行の制御

- 予約した数までしか動かない
- 使わない分も予約される

#### ▼ 数の決め方

ふだんの呼び出しの数から決める。

## SQS

### 可視性タイムアウト

受け取ったメッセージは、しばらく見えなくなる。
`;

const QUEUE =
  'キューのメッセージは可視性タイムアウトのあいだ見えず、処理に失敗するとデッドレターキューへ移る。FIFO キューはメッセージグループの順に届け、標準キューは重複して届くことがある。ロングポーリングで SQS の ReceiveMessage を減らす。';

const paths = (result: ReturnType<typeof importTexts>) =>
  result.planned.map(({ path, action }) => `${action} ${path}`);

describe('importNotes', () => {
  it('makes one note of each topic, and the services that the target lacks', () => {
    const result = importTexts({ 'memo.md': NOTE }, { dialect: 'mkdocs' });
    expect(paths(result)).toEqual([
      'create services/lambda.mdx',
      'create services/sqs.mdx',
      'create notes/lambda/basics.mdx',
      'create notes/lambda/concurrency.mdx',
      'create notes/sqs/visibility-timeout.mdx',
    ]);
    expect(result.notes).toMatchObject([{ source: 'memo.md', dialects: ['mkdocs'], account: { lost: 0 } }]);
    const text = result.planned.find(({ path }) => path.endsWith('concurrency.mdx'))?.text ?? '';
    expect(splitFrontMatter(text).body).toBe(
      [
        '',
        '- 予約した数までしか動かない\n- 使わない分も予約される',
        '### 数の決め方 [#s-225173]',
        'ふだんの呼び出しの数から決める。\n',
      ]
        .join('\n\n')
        .replace(/^\n\n/, '\n'),
    );
  });

  it('writes what every check of the content accepts', () => {
    expect(faultsOf(applied(importTexts({ 'memo.md': NOTE, 'b/other.md': NOTE })))).toEqual([]);
  });

  it('gives the same bytes again, in whatever order and beside whatever else', () => {
    const first = importTexts({ 'a.md': NOTE, 'b.md': NOTE });
    const target = applied(first);
    expect(applied(importTexts({ 'b.md': NOTE, 'a.md': NOTE }))).toEqual(target);
    for (const notes of [{ 'a.md': NOTE }, { 'b.md': NOTE }, { 'b.md': NOTE, 'a.md': NOTE }]) {
      const again = importTexts(notes, { target });
      expect(new Set(again.planned.map(({ action }) => action))).toEqual(new Set(['same']));
      expect(applied(again, target)).toEqual(target);
    }
  });

  it('writes a changed note anew where nobody touched it', () => {
    const target = applied(importTexts({ 'memo.md': NOTE }));
    const result = importTexts({ 'memo.md': NOTE.replace('しばらく', '30 秒のあいだ') }, { target });
    expect(paths(result).filter((path) => !path.startsWith('update'))).toEqual([]);
    expect(result.planned.at(-1)?.text).toContain('30 秒のあいだ');
  });

  it.each([
    ['its text', (text: string) => text.replace('しばらく', 'しばらくのあいだ')],
    ['its title', (text: string) => text.replace('title: 可視性', 'title: SQS の可視性')],
    ['its order', (text: string) => text.replace(/order: \d+/, 'order: 5')],
  ])('keeps a note of which %s was edited, and reports it', (_, edit) => {
    const path = 'notes/sqs/visibility-timeout.mdx';
    const target = applied(importTexts({ 'memo.md': NOTE })).map((file) =>
      file.path === path ? { path, text: edit(file.text) } : file,
    );
    const edited = target.find((file) => file.path === path);
    const same = importTexts({ 'memo.md': NOTE }, { target });
    expect(same.diagnostics.filter(({ code }) => code === 'N330')).toMatchObject([
      { severity: 'info', values: { path } },
    ]);
    const changed = importTexts({ 'memo.md': `${NOTE}\n続き。\n` }, { target });
    expect(changed.diagnostics.filter(({ code }) => code === 'N330')).toMatchObject([
      { severity: 'error', values: { path } },
    ]);
    for (const result of [same, changed]) expect(applied(result, target)).toContainEqual(edited);
  });

  it('knows a note again that somebody moved to another service', () => {
    const from = 'notes/sqs/visibility-timeout.mdx';
    const path = 'notes/lambda/visibility-timeout.mdx';
    const target = applied(importTexts({ 'memo.md': NOTE })).map((file) =>
      file.path === from ? { path, text: file.text.replace('service: sqs', 'service: lambda') } : file,
    );
    const result = importTexts({ 'memo.md': NOTE }, { target });
    expect(paths(result)).not.toContain(`create ${from}`);
    expect(result.planned).toContainEqual(expect.objectContaining({ path, action: 'keep' }));
  });

  it('knows a note again whose file got another name, and writes it there', () => {
    const from = 'notes/sqs/visibility-timeout.mdx';
    const path = 'notes/sqs/waiting.mdx';
    const target = applied(importTexts({ 'memo.md': NOTE })).map((file) =>
      file.path === from ? { ...file, path } : file,
    );
    const again = importTexts({ 'memo.md': NOTE }, { target });
    expect(codes(again)).not.toContain('N334');
    expect(new Set(again.planned.map(({ action }) => action))).toEqual(new Set(['same']));
    const changed = importTexts({ 'memo.md': NOTE.replace('しばらく', '30 秒') }, { target });
    expect(codes(changed)).not.toContain('N334');
    expect(paths(changed)).toContain(`update ${path}`);
    expect(paths(changed)).not.toContain(`create ${from}`);
  });

  it('knows notes of one title again whose files got other names, each by itself', () => {
    const note = (more: string) => `## S3\n\n### 例\n\n一つ目${more}。\n\n### 例\n\n二つ目${more}。\n`;
    const target = applied(importTexts({ 'memo.md': note('') })).map(({ path, text }) => ({
      path: text.includes('二つ目') ? 'notes/s3/a.mdx' : text.includes('一つ目') ? 'notes/s3/b.mdx' : path,
      text,
    }));
    const again = importTexts({ 'memo.md': note('') }, { target });
    expect(paths(again)).toEqual(['same notes/s3/b.mdx', 'same notes/s3/a.mdx']);
    const changed = importTexts({ 'memo.md': note('は直した') }, { target });
    expect(paths(changed)).toEqual(['update notes/s3/b.mdx', 'update notes/s3/a.mdx']);
    expect(codes(changed)).not.toContain('N334');
  });

  it('gives a further topic of the same title a file of its own', () => {
    const text = '## S3\n\n### 例\n\n一つ目。\n';
    const target = applied(importTexts({ 'memo.md': text }));
    const longer = importTexts({ 'memo.md': `${text}\n### 例\n\n二つ目。\n` }, { target });
    expect(paths(longer)).toEqual(['update notes/s3/example.mdx', 'create notes/s3/example-2.mdx']);
  });

  it('writes a topic anew that was renamed in the note, and reports the untouched file of its old name', () => {
    const target = applied(importTexts({ 'memo.md': NOTE }));
    const result = importTexts(
      { 'memo.md': NOTE.replace('可視性タイムアウト', 'ロングポーリング') },
      { target },
    );
    expect(paths(result)).toContain('create notes/sqs/long-polling.mdx');
    expect(result.diagnostics.map(({ code, values }) => [code, values])).toContainEqual([
      'N334',
      { path: 'notes/sqs/visibility-timeout.mdx', source: 'memo.md' },
    ]);
  });

  it('reports notes of an earlier import that the note no longer gives', () => {
    const target = applied(importTexts({ 'memo.md': NOTE }));
    const result = importTexts({ 'memo.md': NOTE.slice(0, NOTE.indexOf('## SQS')) }, { target });
    expect(result.diagnostics.filter(({ code }) => code === 'N334')).toMatchObject([
      { severity: 'warning', values: { path: 'notes/sqs/visibility-timeout.mdx', source: 'memo.md' } },
    ]);
  });

  it('never plans over what people wrote', () => {
    const target = [
      serviceFile('lambda'),
      noteFile('lambda/basics', {}, [], '### 見出し [#concurrency]\n\n手で書いた。\n'),
    ];
    const result = importTexts({ 'memo.md': NOTE }, { target });
    expect(paths(result)).toEqual([
      'create services/sqs.mdx',
      'create notes/lambda/basics-2.mdx',
      'create notes/lambda/concurrency-2.mdx',
      'create notes/sqs/visibility-timeout.mdx',
    ]);
  });

  it('keeps what belongs to no service on a page of its own', () => {
    const result = importTexts({ 'memo.md': '## 料理の話\n\n### 出汁\n\n昆布は水から入れる。\n' });
    expect(codes(result)).toEqual(['N201']);
    expect(paths(result)).toEqual([
      'create services/unsorted.mdx',
      expect.stringMatching(/^create notes\/unsorted\/s-/),
    ]);
  });

  it('files everything with a service that it is told', () => {
    const result = importTexts({ 'memo.md': NOTE }, { service: 'ecs' as ServiceSlug });
    expect(new Set(paths(result).map((path) => path.split('/')[1]))).toEqual(new Set(['ecs.mdx', 'ecs']));
    expect(result.notes[0]?.account.lost).toBe(0);
  });

  it('moves what is foreign to its chapter and plainly about another service', () => {
    const result = importTexts({
      'memo.md': `## CloudFront\n\n### 配信の仕組み\n\nエッジロケーションのキャッシュから配信する。\n\n#### ■ キュー\n\n${QUEUE}\n`,
    });
    expect(result.diagnostics.filter(({ code }) => code === 'N202')).toMatchObject([
      { values: { from: 'cloudfront', to: 'sqs' }, source: { line: 7 } },
    ]);
  });

  it('leaves no heading behind that heads nothing but what is moved', () => {
    const result = importTexts({
      'memo.md': `## CloudFront\n\n### 非同期の処理\n\n#### キュー\n\n${QUEUE}\n`,
    });
    expect(paths(result)).toEqual(['create services/sqs.mdx', expect.stringMatching(/^create notes\/sqs\//)]);
    expect(result.planned[1]?.text).toContain('title: 非同期の処理：キュー\n');
    expect(result.notes[0]?.account.lost).toBe(0);
  });

  it('refuses two notes of one name', () => {
    const file = { source: 'a.md', bytes: new TextEncoder().encode(NOTE) };
    const { diagnostics } = importNotes([file, file], { knowledge, dialects, target: readTarget([]) });
    expect(diagnostics.filter(({ code }) => code === 'N108')).toHaveLength(1);
  });

  it('reports what was masked, dropped, replaced or could not be linked', () => {
    const text = [
      '## Lambda',
      '### 設定',
      '<!-- 隠す -->',
      '![構成図](https://example.com/a.png)',
      '[別のページ](./other.md)',
      '```json\n{ "arn": "arn:aws:lambda:ap-northeast-1:999999999999:function:x" }\n```',
    ].join('\n\n');
    const result = importTexts({ 'memo.md': text });
    expect(codes(result)).toEqual(['N203', 'N204', 'N205', 'N207']);
    const body = result.planned.at(-1)?.text ?? '';
    expect(body).toContain('<Todo what="図: 構成図（https://example.com/a.png）" />');
    expect(body).toContain('別のページ（`./other.md`）');
    expect(body).toContain('arn:aws:lambda:ap-northeast-1:123456789012:function:x');
    expect(body).not.toContain('隠す');
  });

  it('says which text could only be written plainly', () => {
    const result = importTexts({ 'memo.md': '## Lambda\n\n### 題\n\nwww.example\\（あ\n' });
    expect(codes(result)).toContain('N332');
    expect(result.notes[0]?.account.lost).toBe(0);
  });

  it('reports what a dialect loses', () => {
    const forgetful: Dialect = {
      id: 'outline',
      detect: () => 1,
      parse: () => ({ tree: { type: 'root', children: [] }, marks: [], dropped: [] }),
    };
    const result = importTexts({ 'memo.md': 'ひとつ\n\nふたつ\n' }, { dialects: [forgetful] });
    expect(result.notes[0]?.account).toMatchObject({ kept: 0, lost: 6 });
    expect(result.diagnostics).toMatchObject([
      { code: 'N206', source: { line: 1 }, values: { text: 'ひとつ' } },
      { code: 'N206', source: { line: 3 }, values: { text: 'ふたつ' } },
    ]);
  });

  it('takes time in proportion to the text', () => {
    const chapter = (n: number) => NOTE.slice(NOTE.indexOf('## Lambda')).replaceAll('動く', `動く${n}`);
    // Time of this thread's processor, so that other tests beside it do not count. In microseconds.
    const time = (count: number) => {
      const text = Array.from({ length: count }, (_, i) => chapter(i)).join('\n');
      const before = process.threadCpuUsage();
      importTexts({ 'memo.md': text });
      return process.threadCpuUsage(before).user;
    };
    time(20);
    const pieces = Array.from({ length: 5 }, () => 20);
    const ratio = () => time(200) / (pieces.map(time).reduce((sum, each) => sum + each) / pieces.length);
    // The garbage collector may come in between: one of four has to do. A square law would make each of them a hundred.
    const ratios: number[] = [];
    do ratios.push(ratio());
    while (ratios.length < 4 && Math.min(...ratios) >= 12);
    expect(Math.min(...ratios)).toBeLessThan(12);
  });
});

describe('a list item that is a chapter of another service', () => {
  const chapter = (name: string) => `## Auto Scaling

- 台数を決める
- ${name}
    - CreationPolicy
        - cfn-signal を受け取るまで、スタックの作成を完了にしない
        - タイムアウトを決められる
    - UpdatePolicy
        - テンプレートの変更セットを実行したとき、リソースをどう置き換えるかを決める
- タグを付ける
`;

  it('is filed with that service, the rest of the list stays', () => {
    const result = importTexts({ 'memo.md': chapter('CloudFormation') });
    expect(paths(result).filter((path) => path.includes('notes/'))).toEqual([
      expect.stringMatching(/^create notes\/ec2-auto-scaling\//),
      expect.stringMatching(/^create notes\/cloudformation\//),
    ]);
    expect(result.planned.find(({ path }) => path.includes('notes/ec2-auto-scaling'))?.text).toContain(
      '- タグを付ける',
    );
    expect(result.notes[0]?.account.lost).toBe(0);
  });

  it('stays when it is a step', () => {
    const text = chapter('CloudFormation').replaceAll(/^- /gm, '1. ');
    expect(paths(importTexts({ 'memo.md': text })).filter((path) => path.includes('notes/'))).toEqual([
      expect.stringMatching(/^create notes\/ec2-auto-scaling\//),
    ]);
  });

  it('stays where its words are at home', () => {
    const text =
      '## Lambda\n\n- SQS\n    - イベントソースマッピングが関数を呼び出す\n    - バッチのサイズと同時実行数を関数ごとに決める\n';
    expect(paths(importTexts({ 'memo.md': text })).filter((path) => path.includes('notes/'))).toHaveLength(1);
  });
});

describe('an emitted note', () => {
  it('imports again as the same text', () => {
    const body = [
      '段落と `コード` と **強調** と [https://example.com/a_b](https://example.com/a_b)。',
      '- 項目\n  - 内側の {波括弧} と <山括弧>\n- 二つ目',
      '#### 深い見出し',
      '| 列 | 値 |\n| - | - |\n| 一 | `a` |',
      '```yaml\nkey: value\n```',
      '> 引用した文。',
    ].join('\n\n');
    const first = importTexts({ 'memo.md': `## Lambda\n\n### 題\n\n${body}\n` });
    const text = splitFrontMatter(first.planned.at(-1)?.text ?? '').body;
    const again = importTexts({
      'memo.md': `## Lambda\n\n### 題\n${text.replaceAll(/^### /gm, '#### ').replaceAll(/ \[#[^\]]*\]$/gm, '')}`,
    });
    expect(splitFrontMatter(again.planned.at(-1)?.text ?? '').body).toBe(text);
  });
});
