import type { ElementContent } from 'hast';
import type { z } from 'zod';
import type { RenderContext } from '../render-context.ts';

/** A component that notes may use. It is data to the build: parsed, checked against this, and drawn as HTML. */
export interface Component<Attributes extends z.ZodObject = z.ZodObject> {
  /** Stands between paragraphs (`block`) or inside one (`inline`). */
  readonly placement: 'block' | 'inline';
  /** Whether it may have content between its tags. */
  readonly content: boolean;
  /** Attribute values are strings; the schema says which are allowed. */
  readonly attributes: Attributes;
  render(
    attributes: z.output<Attributes>,
    children: ElementContent[],
    context: RenderContext,
  ): ElementContent;
}

/** Lets the compiler infer the attributes' type from the schema. */
export const defineComponent = <A extends z.ZodObject>(component: Component<A>): Component => component;
