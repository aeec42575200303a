import { visit } from 'unist-util-visit';
import { diagnose } from '../../diagnostics/index.ts';
import { placeOf, rangeOf, type Pass } from './pass.ts';

/** A fence that nobody closed takes all that follows it for code. The note may mean that, its writer seldom does. */
export const reportOpenFences: Pass = (tree, context) => {
  visit(tree, 'code', (node) => {
    const range = rangeOf(node);
    const code = range ? context.note.text.slice(range.start, range.end) : '';
    const fence = /^(?:`{3,}|~{3,})/.exec(code)?.[0];
    if (fence === undefined) return;
    const last = code.slice(code.lastIndexOf('\n') + 1).replace(/^[ \t>]+/, '');
    const closes =
      code.includes('\n') && last.startsWith(fence) && last.replaceAll(fence.charAt(0), '').trim() === '';
    if (!closes) context.diagnostics.push(diagnose('N208', placeOf(node, context), { fence }, 'warning'));
  });
};
