import { h } from 'hastscript';
import { z } from 'zod';
import { LONGEST_TITLE } from '../../schema/index.ts';
import { defineComponent } from './component.ts';

const TITLES = {
  note: '補足',
  tip: 'ヒント',
  changed: '変わったこと',
  caution: '注意',
  danger: '危険',
} as const;

/** `<Aside type="caution" title="…">…</Aside>`: something beside the flow of the text. */
export const aside = defineComponent({
  placement: 'block',
  content: true,
  attributes: z.strictObject({
    type: z.enum(['note', 'tip', 'changed', 'caution', 'danger']).default('note'),
    title: z.string().trim().min(1).max(LONGEST_TITLE).optional(),
  }),
  render: ({ type, title }, children) =>
    h('div', { className: ['aside', `aside-${type}`], role: 'note' }, [
      h('p', { className: 'aside-title' }, title ?? TITLES[type]),
      ...children,
    ]),
});
