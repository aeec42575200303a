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
    kind: '秘密のキー',
    pattern:
      /(?<=(?:secret_?access_?key|session_?token)["']?\s*[:=]\s*["']?)(?<![A-Za-z0-9/+])(?:[A-Za-z0-9/+]{40}|[A-Za-z0-9/+=]{100,})(?![A-Za-z0-9/+=])/gi,
    neutral: (key) => 'X'.repeat(key.length),
  },
];

/** Where twelve digits are an account. */
const ACCOUNTS: readonly RegExp[] = [
  /(?<=\barn:aws[\w-]*:[\w-]*:[\w-]*:)\d{12}(?=:)/g,
  /\b\d{12}(?=\.(?:dkr\.ecr|signin\.aws|d\.codeartifact|s3-control)\b)/g,
  /(?<=\bsqs\.[\w-]+\.amazonaws\.com\/)\d{12}(?=\/)/g,
  /(?<="(?:\w*account|(?:\w*account|owner|registry)_?id)"\s*:\s*")\d{12}(?=")/gi,
];

/** The accounts of a note: a number that is one anywhere in it is one wherever it stands. */
function maskAccounts(text: string): Mask[] {
  const accounts = new Set(ACCOUNTS.flatMap((pattern) => text.match(pattern) ?? []));
  if (accounts.size === 0) return [];
  const pattern = new RegExp(String.raw`(?<!\d)(?:${[...accounts].join('|')})(?!\d)`, 'g');
  return [{ kind: 'アカウント ID', pattern, neutral: () => '123456789012' }];
}

/** Where a value was masked. */
export interface Masked {
  readonly line: number;
  readonly kind: string;
  readonly text: string;
}

/** Masks such values in the lines of a note. Values that are neutral already are left alone. */
export function maskLines(lines: readonly string[]): { lines: string[]; masked: Masked[] } {
  const masked: Masked[] = [];
  const masks = [...MASKS, ...maskAccounts(lines.join('\n'))];
  const clean = lines.map((line, i) =>
    masks.reduce(
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
