import { h } from 'hastscript';
import { z } from 'zod';
import { defineComponent } from './component.ts';

/** `<Quota id="lambda/timeout" />`: the value of a limit, from the one place where it is kept. */
export const quota = defineComponent({
  placement: 'inline',
  content: false,
  attributes: z.strictObject({
    id: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, { error: '`サービス/項目` の形で書きます。' }),
  }),
  render: ({ id }, _children, { quotas }) => {
    const quota = quotas.get(id);
    // An unknown id is reported by the check of references, and no page is written then.
    return h('a', { className: 'quota', href: quota?.path ?? '#' }, quota?.label ?? id);
  },
});
