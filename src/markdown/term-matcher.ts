/** A name in running text that leads to a page of this site. */
export interface LinkedTerm {
  readonly text: string;
  /** Where it leads, without the base: `/services/lambda/` or `/glossary/#idempotent`. */
  readonly path: string;
  readonly kind: 'service' | 'term';
}

export interface TermMatch {
  readonly start: number;
  readonly end: number;
  readonly term: LinkedTerm;
}

/** Finds linked terms in text. */
export interface TermMatcher {
  /** All matches in one text, in order, none overlapping; the longest name wins. Offsets are UTF-16. */
  find(text: string): TermMatch[];
}

/**
 * Compiles names into a matcher. Text is scanned once; at each place only the names that begin with its first two
 * characters are tried, so that the cost does not grow with the number of names.
 */
export function createTermMatcher(terms: readonly LinkedTerm[]): TermMatcher {
  const byStart = new Map<string, LinkedTerm[]>();
  for (const term of terms) {
    if (term.text.length < 2) continue;
    const start = term.text.slice(0, 2);
    const bucket = byStart.get(start);
    if (bucket) bucket.push(term);
    else byStart.set(start, [term]);
  }
  for (const bucket of byStart.values()) bucket.sort((a, b) => b.text.length - a.text.length);

  return {
    find(text) {
      const matches: TermMatch[] = [];
      for (let i = 0; i < text.length - 1; i += 1) {
        const term = byStart
          .get(text.slice(i, i + 2))
          ?.find(({ text: name }) => text.startsWith(name, i) && standsAlone(text, i, i + name.length));
        if (!term) continue;
        matches.push({ start: i, end: i + term.text.length, term });
        i += term.text.length - 1;
      }
      return matches;
    },
  };
}

const WORD = /[A-Za-z0-9_.@/\-‑]/;
const LATIN = /[A-Za-z0-9]/;
const KATAKANA = /[ァ-ヺー]/;
const KANJI = /[\p{Script=Han}々]/u;

/**
 * Whether the stretch is a word of its own and not the middle of another: 「S3」 in 「CSS3」, 「タスク」 in 「タスクバー」,
 * 「展開」 in 「展開図」 are not mentions. A hyphen or dot joins Latin words (`ecs-agent`), except at the end of a sentence.
 */
function standsAlone(text: string, start: number, end: number): boolean {
  const first = text.charAt(start);
  const last = text.charAt(end - 1);
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  if (LATIN.test(first) && WORD.test(before)) return false;
  if (LATIN.test(last) && WORD.test(after) && !/^\.(?:\s|$)/.test(text.slice(end, end + 2))) return false;
  for (const script of [KATAKANA, KANJI])
    if ((script.test(first) && script.test(before)) || (script.test(last) && script.test(after)))
      return false;
  return true;
}
