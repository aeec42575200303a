import { h } from 'hastscript';
import { z } from 'zod';
import { defineComponent } from './component.ts';

/** `<br />`: a new line inside a table cell, where Markdown has no other way. */
export const lineBreak = defineComponent({
  placement: 'inline',
  content: false,
  attributes: z.strictObject({}),
  render: () => h('br'),
});
