import type { Vocabulary } from '../dialect.ts';
import { isHead, isSentence } from '../text/sentence.ts';
import type { BlogLine } from './line.ts';

/** What a line is once its neighbours have been asked. */
export type Role =
  | 'skip'
  | 'drop'
  | 'title'
  | 'service'
  | 'heading'
  | 'tagline'
  | 'caption'
  | 'item'
  | 'step'
  | 'remark'
  | 'row'
  | 'code'
  | 'text';

const LONGEST_HEAD = 40;
const LONGEST_PLAIN_HEAD = 20;

/** Lines that can be the body of a head above them. */
const BODY = new Set<BlogLine['kind']>(['plain', 'bullet', 'step', 'note', 'row', 'code', 'dash', 'star']);

/** The role of each line of a blog's text. */
export function resolveRoles(lines: readonly BlogLine[], vocabulary: Vocabulary, atTop: boolean): Role[] {
  const roles: Role[] = [];
  let seen = false;
  for (const [at, line] of lines.entries()) {
    const role = roleOf(line, at, lines, roles, vocabulary);
    roles.push(!seen && atTop && isTitle(role, line) ? 'title' : role);
    seen ||= line.kind !== 'blank' && line.kind !== 'leftover';
  }
  return roles.includes('service') ? roles : promoteAll(roles, lines, vocabulary);
}

/**
 * A name that its maker leads is that of a service as well, also of one that is not known, where others stand. So is
 * whatever has their mark, where their topics have another: it stands beside them and is no topic of theirs.
 */
function promoteAll(roles: readonly Role[], lines: readonly BlogLine[], vocabulary: Vocabulary): Role[] {
  const promoted = roles.map((role, at) => promote(role, lines[at], vocabulary));
  const marks = new Set(lines.flatMap(({ mark }, at) => (promoted[at] === 'service' ? [mark] : [])));
  const apart = marksApart(promoted, lines);
  return promoted.map((role, at) => {
    const { mark = '', text = '' } = lines[at] ?? {};
    return role === 'heading' && (apart.has(mark) || (marks.has(mark) && MADE_BY.test(text)))
      ? 'service'
      : role;
  });
}

/** The signs that only services have: the first topic of one has another. Brackets are put around anything. */
function marksApart(roles: readonly Role[], lines: readonly BlogLine[]): Set<string> {
  const heads = lines.flatMap(({ kind, mark }, at) => {
    const role = roles[at];
    return (role === 'service' || role === 'heading') && mark !== '' ? [{ kind, mark, role }] : [];
  });
  const services = heads.filter(({ kind, mark, role }, i) => {
    const below = heads[i + 1];
    return role === 'service' && kind !== 'bracket' && below?.role === 'heading' && below.mark !== mark;
  });
  return new Set(services.map(({ mark }) => mark));
}

const MADE_BY = /^(?:AWS|Amazon)\s+[A-Z][\w .&/-]*$/;

/** The first line of a note: a name, or one behind another in brackets, `【AWS】S3のこと`. */
const isTitle = (role: Role, { text }: BlogLine): boolean =>
  role === 'caption' || (role === 'text' && isHead(text));

/** Without bare names, services and chapters stand behind marks: `■ S3`, `【S3】`, `■ 第2章 S3 と SQS`. */
function promote(role: Role, line: BlogLine | undefined, vocabulary: Vocabulary): Role {
  if (role !== 'heading' && role !== 'tagline') return role;
  if (line?.kind !== 'section' && line?.kind !== 'dot' && line?.kind !== 'bracket') return role;
  const name = line.kind === 'bracket' ? line.text.slice(0, line.close) : line.text;
  // 「S3とは」 is the first topic of a note about S3.
  return CHAPTER.test(name) || (!/とは$/u.test(name) && namesServices(name, vocabulary)) ? 'service' : role;
}

const CHAPTER = /^第\s*[0-9０-９一二三四五六七八九十]+\s*[章部節回]/u;

/** The name of a service, or several joined. */
const namesServices = (name: string, vocabulary: Vocabulary): boolean =>
  vocabulary.serviceOf(name) !== undefined ||
  name.split(JOINED).every((part) => vocabulary.serviceOf(part) !== undefined);

const JOINED = /\s*(?:と|及び|および|[・、,&＆+＋／/])\s*/u;

function roleOf(
  line: BlogLine,
  at: number,
  lines: readonly BlogLine[],
  roles: readonly Role[],
  vocabulary: Vocabulary,
): Role {
  const before = roles[at - 1];
  const next = lines[at + 1];
  switch (line.kind) {
    case 'blank':
      return 'skip';
    case 'leftover':
      return 'drop';
    case 'section':
    case 'dot':
      return isHead(line.text, 60) || CHAPTER.test(line.text) ? 'heading' : 'item';
    case 'dash':
      return isDashHead(lines, at) ? 'heading' : 'item';
    case 'bullet':
      return isLoneHead(lines, at) ? 'heading' : 'item';
    case 'bracket':
      return bracketRole(line, before, next);
    case 'step':
      return isNumberedHead(lines, at) ? 'heading' : 'step';
    case 'note':
      return isStarBelow(line, before, lines[at - 1]) ? 'item' : 'remark';
    case 'star':
      return 'remark';
    case 'row':
    case 'code':
      return line.kind;
    case 'plain':
      if (!isTerm(lines, at) && isService(lines, at, before, vocabulary)) return 'service';
      return isPlainHead(lines, at) ? 'heading' : 'text';
  }
}

/** A star that stands further in than the item above, or as far as one of these, is a bullet. */
const isStarBelow = ({ mark, indent }: BlogLine, before: Role | undefined, above?: BlogLine): boolean =>
  mark === '＊' &&
  before === 'item' &&
  above !== undefined &&
  indent >= above.indent + (above.mark === mark ? 0 : 1);

/**
 * `- ` begins a head when a name stands behind it, and a bullet when a sentence does. Names in a row, without anything
 * below them, are bullets too.
 */
function isDashHead(lines: readonly BlogLine[], at: number): boolean {
  const [before, line, next] = [lines[at - 1], lines[at], lines[at + 1]];
  if (!line || !isHead(line.text, LONGEST_HEAD) || /\S…\S/u.test(line.text)) return false;
  if (next?.kind === 'dash') return false;
  const hasBody =
    next !== undefined && (BODY.has(next.kind) || next.kind === 'bracket' || next.kind === 'dot');
  return before?.kind === 'dash' ? hasBody : true;
}

/** 「１．概要」 with air above it and no other number below it heads a section. */
function isNumberedHead(lines: readonly BlogLine[], at: number): boolean {
  const [before, line, next] = [lines[at - 1], lines[at], lines[at + 1]];
  const isAlone =
    before?.kind === 'blank' && next !== undefined && next.kind !== 'blank' && next.kind !== 'step';
  return (
    isAlone && /^[0-9０-９]+[.．]/u.test(line?.mark ?? '') && isHead(line?.text ?? '', LONGEST_PLAIN_HEAD)
  );
}

/** A single name behind ・ with text below it heads that text. */
function isLoneHead(lines: readonly BlogLine[], at: number): boolean {
  const [before, line, next, second] = [lines[at - 1], lines[at], lines[at + 1], lines[at + 2]];
  const alone = before?.kind !== 'bullet' && before?.kind !== 'step' && second?.kind !== 'bullet';
  return (
    alone &&
    next?.kind === 'plain' &&
    isHead(line?.text ?? '', LONGEST_HEAD) &&
    !/[:：]/.test(line?.text ?? '')
  );
}

/**
 * A name on a line of its own, without any mark, between two finished things: the page had it as a heading. A row of
 * names is a list.
 */
function isPlainHead(lines: readonly BlogLine[], at: number): boolean {
  const [before, line, next] = [lines[at - 1], lines[at], lines[at + 1]];
  if (!line || !next || !isHead(line.text, LONGEST_PLAIN_HEAD) || !NAME.test(line.text)) return false;
  if (isLabelled(line)) return false;
  if (isAired(lines, at)) return true;
  const finished = before?.kind !== 'plain' || isSentence(before.text);
  const hasBody =
    next.kind === 'plain' ? isSentence(next.text) : next.kind === 'bullet' || next.kind === 'row';
  return before !== undefined && finished && before.kind !== 'dash' && before.kind !== 'bracket' && hasBody;
}

/** Blank lines around a single name, and something below it: the page had a heading there. */
const isAired = (lines: readonly BlogLine[], at: number): boolean =>
  isAlone(lines, at) &&
  BODY.has(lines[at + 2]?.kind ?? 'blank') &&
  !isAlone(lines, at - 2) &&
  !isAlone(lines, at + 2);

const isAlone = (lines: readonly BlogLine[], at: number): boolean =>
  lines[at - 1]?.kind === 'blank' &&
  lines[at + 1]?.kind === 'blank' &&
  lines[at]?.kind === 'plain' &&
  isHead(lines[at]?.text ?? '', LONGEST_PLAIN_HEAD);

/** `用語：意味` and `正解：A` say something; headings name something. */
const isLabelled = (line: BlogLine | undefined): boolean =>
  line?.kind === 'plain' && LABELLED.test(line.text);

const LABELLED = /^[^:：。、（(「]{1,40}[:：](?!\/\/)\s*\S/u;

/** One of several terms below each other, each with what it means; the answer to a question is none. */
export const isTerm = (lines: readonly BlogLine[], at: number): boolean =>
  isLabelled(lines[at]) &&
  !SOLUTION.test(lines[at]?.text ?? '') &&
  (isLabelled(lines[at - 1]) || isLabelled(lines[at + 1]));

const SOLUTION = /^(?:正解|正答|解答|回答|答え?|解説|説明|理由|根拠)[^:：]{0,4}[:：]/u;

/** Begins with a letter and ends in a noun. */
const NAME = /^\p{L}.*[\p{sc=Han}\p{sc=Katakana}ー\w]$/u;

/** 【…】 right below a heading says it in other words; with text below it, it is a heading of its own. */
function bracketRole(line: BlogLine, before: Role | undefined, next: BlogLine | undefined): Role {
  const rest = line.text.slice(line.close + 1).trim();
  if (rest !== '') return isHead(rest) && (next === undefined || next.kind === 'blank') ? 'caption' : 'text';
  if (before === 'heading' || before === 'service' || before === 'title') return 'tagline';
  return next !== undefined && BODY.has(next.kind) ? 'heading' : 'tagline';
}

/** The bare name of a service on a line, unless the line above is a head that waits for its text, or says the same. */
function isService(
  lines: readonly BlogLine[],
  at: number,
  before: Role | undefined,
  vocabulary: Vocabulary,
): boolean {
  const [above, line, next] = [lines[at - 1], lines[at], lines[at + 1]];
  if (!line || !isHead(line.text) || /[\p{sc=Hiragana}、。]/u.test(line.text)) return false;
  if (before === 'heading' && next?.kind !== 'bracket') return false;
  const service = vocabulary.serviceOf(line.text);
  return (
    service !== undefined && !(before === 'service' && vocabulary.serviceOf(above?.text ?? '') === service)
  );
}
