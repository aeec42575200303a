import { createRandom, type Random } from './random.ts';
import { CODE, NOUNS, OPENERS, VERBS } from './words.ts';

/** One note of the synthetic corpus, in a form that every system's content can be written from. */
export interface SampleNote {
  readonly topic: string;
  readonly title: string;
  /** Markdown whose H3 headings end in `[#id]`; about 3 KB in UTF-8. */
  readonly body: string;
}

/** One service page: ten notes, each a section. */
export interface SampleService {
  readonly slug: string;
  readonly name: string;
  readonly summary: string;
  readonly notes: readonly SampleNote[];
}

const NOTES_PER_SERVICE = 10;
/** Every tenth note holds a diagram. */
const DIAGRAM_EVERY = 10;

/**
 * Makes a corpus of Japanese notes with headings, lists, a table, two code blocks and links; every tenth has a
 * diagram. The same count and seed give the same corpus.
 */
export function makeCorpus(notes: number, seed = 1): SampleService[] {
  const random = createRandom(seed);
  const services = Math.ceil(notes / NOTES_PER_SERVICE);
  return Array.from({ length: services }, (_, s) => ({
    slug: serviceSlug(s),
    name: `サンプル ${s}`,
    summary: `試しに組み立てるためのページ ${s}。`,
    notes: Array.from({ length: Math.min(NOTES_PER_SERVICE, notes - s * NOTES_PER_SERVICE) }, (_, n) =>
      makeNote(random, s * NOTES_PER_SERVICE + n, services),
    ),
  }));
}

const serviceSlug = (index: number): string => `sample-${index}`;

function makeNote(random: Random, index: number, services: number): SampleNote {
  const linked = serviceSlug(random.next(services));
  const blocks = [
    paragraph(random, 4),
    `### ${random.pick(NOUNS)}の考え方 [#idea-${index}]`,
    paragraph(random, 6),
    code(random),
    paragraph(random, 5),
    ...(index % DIAGRAM_EVERY === 0 ? [diagram(random, index)] : []),
    `### ${random.pick(NOUNS)}を使う [#use-${index}]`,
    list(random),
    table(random),
    `${paragraph(random, 2)}くわしくは[別のページ](/services/${linked}/)に書いた。`,
    code(random),
    paragraph(random, 5),
  ];
  return {
    topic: `topic-${index}`,
    title: `${random.pick(NOUNS)}をどう扱うか（${index}）`,
    body: `${blocks.join('\n\n')}\n`,
  };
}

const sentence = (random: Random): string =>
  `${random.pick(OPENERS)}${random.pick(NOUNS)}${random.pick(VERBS)}。`;

const paragraph = (random: Random, sentences: number): string =>
  Array.from({ length: sentences }, () => sentence(random)).join('');

const list = (random: Random): string =>
  Array.from({ length: 4 }, () => `- **${random.pick(NOUNS)}**: ${sentence(random)}`).join('\n');

function table(random: Random): string {
  const row = () => `| ${random.pick(NOUNS)} | ${random.next(1000)} | ${sentence(random)} |`;
  return ['| 項目 | 値 | 説明 |', '| --- | --- | --- |', row(), row(), row()].join('\n');
}

function code(random: Random): string {
  const { lang, text } = random.pick(CODE);
  return `\`\`\`${lang}\n${text.replace('NUMBER', String(random.next(1000)))}\n\`\`\``;
}

function diagram(random: Random, index: number): string {
  const [a, b, c] = [random.pick(NOUNS), random.pick(NOUNS), random.pick(NOUNS)];
  return [
    '```mermaid',
    'flowchart TB',
    `  accTitle: 流れ ${index}`,
    `  accDescr: ${a}から${b}を経て${c}へ進む。`,
    `  a["${a}"] --> b["${b}"]`,
    `  b -->|成功| c["${c}"]`,
    '  b -.->|失敗| a',
    '```',
  ].join('\n');
}
