import { h } from 'hastscript';
import { z } from 'zod';
import { defineComponent } from './component.ts';

/** `<Todo what="…" />`: what an import could not carry over (a picture, say) and a writer has to make anew. */
export const todo = defineComponent({
  placement: 'block',
  content: false,
  attributes: z.strictObject({ what: z.string().trim().min(1).max(400) }),
  render: ({ what }) =>
    h('div', { className: ['aside', 'aside-todo'], role: 'note' }, [
      h('p', { className: 'aside-title' }, '未作成'),
      h('p', what),
    ]),
});
