const AT_END = /[ぁ-ゖァ-ヺー々一-鿿、。「」（）] $/u;
const AT_START = /^ [ぁ-ゖァ-ヺー々一-鿿、。「」（）]/u;
const BEGINS = /^[ぁ-ゖァ-ヺ一-鿿]/u;
const ENDS = /[ぁ-ゖァ-ヺー々一-鿿]$/u;
const MARKS = /^[*_]+|[*_]+$/gu;

/**
 * A textlint rule: no space between Japanese and stressed Japanese, where readers would see it. Beside brackets and full
 * stops it may stand: without it, Markdown that is copied elsewhere would show its asterisks (CommonMark, 6.2). Mended
 * with `--fix`.
 */
module.exports = { linter: spaces, fixer: spaces };

function spaces({ Syntax, RuleError, fixer, getSource, locator, report }) {
  function check(node) {
    const { parent } = node;
    const source = getSource(parent);
    const [start, end] = node.range.map((index) => index - parent.range[0]);
    const stressed = source.slice(start, end).replace(MARKS, '');
    if (AT_END.test(source.slice(0, start)) && BEGINS.test(stressed)) tell(parent, start - 1);
    if (AT_START.test(source.slice(end)) && ENDS.test(stressed)) tell(parent, end);
  }
  function tell(node, index) {
    const range = [index, index + 1];
    const options = { padding: locator.range(range), fix: fixer.replaceTextRange(range, '') };
    report(node, new RuleError('強調の前後に空白は要りません。', options));
  }
  return { [Syntax.Strong]: check, [Syntax.Emphasis]: check };
}
