import type { ErrorCode } from 'yaml';

/** What keeps a text from being YAML, by the codes of the parser. Others stay in its own words. */
const REASONS: Readonly<Partial<Record<ErrorCode, string>>> = {
  BAD_ALIAS: '* で始まる値は、"…" で囲みます',
  BAD_INDENT: '字下げがそろっていないか、[ ] や { } が閉じていません',
  BAD_SCALAR_START: '記号で始まる値は、"…" で囲みます',
  BLOCK_AS_IMPLICIT_KEY: '値の中に「: 」があるか、字下げがそろっていません。「: 」を含む値は、"…" で囲みます',
  DUPLICATE_KEY: '同じキーが二度あります',
  MISSING_CHAR: '引用符が閉じていないか、リストの - が抜けています',
  MULTILINE_IMPLICIT_KEY: '「キー: 値」の形になっていません。コロンのあとには半角の空白が要ります',
  TAB_AS_INDENT: '字下げにタブがあります。半角の空白にします',
  TAG_RESOLVE_FAILED: '! で始まる値は、"…" で囲みます',
  UNEXPECTED_TOKEN: '値やリストの終わりのあとに、続きがあります。引用符や [ ] の外には何も書けません',
};

/** The reason in the words of a writer. */
export const wordYamlFault = ({ code, message }: { code: ErrorCode; message: string }): string =>
  REASONS[code] ?? message;
