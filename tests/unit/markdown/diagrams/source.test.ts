import { describe, expect, it } from 'vitest';
import { readSource } from '../../../../src/markdown/diagrams/source.ts';
import { flowchart } from './fixtures.ts';

const caption = '  accTitle: 題名\n  accDescr: 説明';

describe('readSource', () => {
  it('takes the captions, comments and blank lines out and remembers which line is which', () => {
    const text = `%% はじめに\n\nflowchart TB\n${caption}\n\n  A --> B\n  %% おわり\n  B --> C\n`;
    expect(readSource(text)).toEqual({
      ok: true,
      source: {
        kind: 'flowchart',
        title: '題名',
        description: '説明',
        body: 'flowchart TB\n  A --> B\n  B --> C',
        lines: [3, 7, 9],
      },
    });
  });

  it.each([
    ['accDescr { 一行 }', '一行'],
    ['accDescr {\n    日本語は\n    つなげる\n  }', '日本語はつなげる'],
    ['accDescr {\n words are\n kept apart }', 'words are kept apart'],
    ['accDescr:   空白は除く  ', '空白は除く'],
  ])('reads %j', (accDescr, description) => {
    const reading = readSource(`mindmap\n  accTitle: 題名\n  ${accDescr}\n  root`);
    expect(reading).toMatchObject({ ok: true, source: { description, body: 'mindmap\n  root' } });
  });

  it.each([
    'flowchart',
    'graph',
    'sequenceDiagram',
    'stateDiagram-v2',
    'classDiagram',
    'erDiagram',
    'mindmap',
  ])('accepts %s', (keyword) => {
    const kind = keyword === 'graph' ? 'flowchart' : keyword;
    expect(readSource(`${keyword}\n${caption}\n  a`)).toMatchObject({ ok: true, source: { kind } });
  });

  it.each([
    ['', 'N320', { reason: '中身がありません' }, undefined],
    ['%% だけ\n\n', 'N320', { reason: '中身がありません' }, undefined],
    ['x'.repeat(50_001), 'N320', { reason: '50,000 字を超えています' }, undefined],
    ['---\ntitle: x\n---\nflowchart LR', 'N320', { reason: expect.stringContaining('`---` の設定') }, 1],
    [flowchart('%%{init: {"theme":"dark"}}%%'), 'N320', { reason: expect.stringContaining('`%%{…}%%`') }, 4],
    ['pie\n  accTitle: x', 'N321', { kind: 'pie' }, undefined],
    ['stateDiagram\n', 'N321', { kind: 'stateDiagram' }, undefined],
    ['flowchart-elk LR', 'N321', { kind: 'flowchart-elk' }, undefined],
    ['constructor', 'N321', { kind: 'constructor' }, undefined],
    ['<svg>', 'N321', { kind: '<svg>' }, undefined],
    ['flowchart LR\n  A --> B', 'N322', { keyword: 'accTitle' }, undefined],
    ['flowchart LR\n  accTitle: x\n  A --> B', 'N322', { keyword: 'accDescr' }, undefined],
    ['flowchart LR\n  accTitle:\n  accDescr: y', 'N322', { keyword: 'accTitle' }, undefined],
    ['flowchart LR\n  accTitle: x\n  accDescr {\n', 'N322', { keyword: 'accDescr' }, undefined],
  ])('refuses %#: %.40j', (text, code, values, line) => {
    const reading = readSource(text);
    expect(reading).toEqual({ ok: false, problem: { code, values, ...(line !== undefined && { line }) } });
  });
});

describe('statements that are not offered', () => {
  it.each([
    ['flowchart LR', 'click A href "https://example.com"', '`click` のリンク'],
    ['flowchart LR', 'A --> B; click A call alert()', '`click` のリンク'],
    ['flowchart LR', 'A["`[押す](javascript:alert(1))`"]', '`[…](…)` のリンク'],
    ['flowchart LR', 'style A fill:#f00', '`style` で色や線は'],
    ['flowchart LR', '  classDef red fill:#f00', '`classDef` で'],
    ['flowchart LR', 'linkStyle 0 stroke:#f00', '`linkStyle` で'],
    ['flowchart LR', 'A@{ img: "https://example.com/a.png" }', '`img` の画像'],
    ['flowchart LR', 'A@{ icon: "fa:user" }', '`icon` の画像'],
    ['flowchart LR', 'A:::asw --> B', '`asw` という色分けはありません。使えるのは aws です'],
    ['flowchart LR', 'class A,B unknownthing', '使えるのは aws、user、store、accent、warn、muted です'],
    ['sequenceDiagram', 'link A: 監視 @ https://example.com', '`link` のリンク'],
    ['sequenceDiagram', 'links A: {"x": "javascript:alert(1)"}', '`links` のリンク'],
    ['stateDiagram-v2', 'classDef bad fill:#f00', '`classDef` で'],
    ['stateDiagram-v2', 'class 実行中 hot', '`hot` という色分け'],
    ['classDiagram', 'callback A "f"', '`callback` のリンク'],
    ['classDiagram', 'cssClass "A" hot', '`hot` という色分け'],
    ['erDiagram', 'style A fill:#f00', '`style` で'],
    ['mindmap', '  ::icon(fa fa-book)', '`::icon` の画像'],
    ['mindmap', '  :::urgent large', '`urgent` という色分け'],
  ])('%s: %s', (keyword, line, reason) => {
    expect(readSource(`${keyword}\n${caption}\n${line}`)).toEqual({
      ok: false,
      problem: { code: 'N320', values: { reason: expect.stringContaining(reason) }, line: 4 },
    });
  });

  it.each([
    ['flowchart LR', 'style --> click'],
    ['flowchart LR', 'A[#quot;click してください#quot;] --> B:::aws'],
    ['flowchart LR', 'class A,B aws;'],
    ['sequenceDiagram', 'link->>A: style を見る'],
    ['stateDiagram-v2', 'class 実行中 warn'],
    ['classDiagram', 'class ロール aws'],
    ['classDiagram', 'class click'],
    ['erDiagram', 'class A store'],
    ['mindmap', '  :::aws muted'],
  ])('but %s may say: %s', (keyword, line) => {
    expect(readSource(`${keyword}\n${caption}\n${line}`)).toMatchObject({ ok: true });
  });
});
