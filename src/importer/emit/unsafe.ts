import type { Options } from 'mdast-util-to-markdown';

type Unsafe = NonNullable<Options['unsafe']>[number];

/** Places inside a sentence where escapes do not apply. */
const SPANS: NonNullable<Unsafe['notInConstruct']> = [
  'autolink',
  'destinationLiteral',
  'destinationRaw',
  'reference',
  'titleQuote',
  'titleApostrophe',
];

const SCHEMES = ['[hH][tT][tT][pP][sS]?', '[fF][tT][pP]', '[mM][aA][iI][lL][tT][oO]', '[xX][mM][pP][pP]'];

/**
 * What MDX reads that Markdown does not, each row with the harm that it keeps away. Letters become character
 * references, punctuation gets a backslash.
 */
export const MDX_UNSAFE: readonly Unsafe[] = [
  // `import …` and `export …` at the start of a block are modules: they would run.
  { atBreak: true, character: 'i', after: 'mport' },
  { atBreak: true, character: 'e', after: 'xport' },
  // `{` begins an expression, wherever it stands; `}` alone is a fault of syntax.
  { character: '{', inConstruct: 'phrasing' },
  { atBreak: true, character: '{' },
  { character: '}', inConstruct: 'phrasing' },
  // `<` begins a component before any letter, also one of another alphabet, and before `>` and `/`.
  { character: '<', inConstruct: 'phrasing' },
  { atBreak: true, character: '<' },
  // Addresses in text link by themselves, with whatever follows them, escapes included; not so in the text of a link.
  { character: '.', before: '[Ww]{3}', inConstruct: 'phrasing', notInConstruct: [...SPANS, 'label'] },
  {
    character: ':',
    before: `(?:${SCHEMES.join('|')})`,
    inConstruct: 'phrasing',
    notInConstruct: [...SPANS, 'label'],
  },
  // Braces and angle brackets in an address.
  { character: '{', inConstruct: ['destinationLiteral', 'destinationRaw'] },
  { character: '<', inConstruct: ['destinationLiteral', 'destinationRaw'] },
];
