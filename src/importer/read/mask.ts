/** A value that tells who or where somebody is, and the neutral one of the same length that replaces it. */
interface Mask {
  readonly kind: string;
  readonly pattern: RegExp;
  readonly neutral: (match: string) => string;
}

/** Values of an account, masked wherever they stand. Replacements keep the length, so that offsets stay true. */
const MASKS: readonly Mask[] = [
  {
    kind: 'リソースの ID',
    pattern: /\b(?:fs|i|eni|vol|snap|vpc|subnet|sg|rtb|igw|nat|eipalloc)-(?:[0-9a-f]{17}|[0-9a-f]{8})\b/g,
    neutral: (id) => id.replace(/(?<=-.*)[0-9a-f]/g, '0'),
  },
  {
    // Elsewhere such an id may be part of an address that has to stay whole.
    kind: 'イベントの ID',
    pattern: /(?<="\w*[iI][dD]"\s*:\s*")[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?=")/g,
    neutral: (id) => id.replace(/[0-9a-f]/g, '0'),
  },
  {
    kind: 'アクセスキー',
    pattern: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g,
    neutral: (key) => `${key.slice(0, 4)}${'X'.repeat(key.length - 4)}`,
  },
  {
    kind: 'アカウント ID',
    pattern: /(?<=\barn:aws[\w-]*:[\w-]*:[\w-]*:)\d{12}(?=:)/g,
    neutral: () => '123456789012',
  },
];

/** Where a value was masked. */
export interface Masked {
  readonly line: number;
  readonly kind: string;
  readonly text: string;
}

/** Masks such values in the lines of a note. Values that are neutral already are left alone. */
export function maskLines(lines: readonly string[]): { lines: string[]; masked: Masked[] } {
  const masked: Masked[] = [];
  const clean = lines.map((line, i) =>
    MASKS.reduce(
      (text, { kind, pattern, neutral }) =>
        text.replace(pattern, (match) => {
          const replacement = neutral(match);
          if (replacement !== match) masked.push({ line: i + 1, kind, text: replacement });
          return replacement;
        }),
      line,
    ),
  );
  return { lines: clean, masked };
}
