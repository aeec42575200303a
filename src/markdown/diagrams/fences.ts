import { h } from 'hastscript';
import type { FenceRenderer } from '../render-context.ts';
import type { DiagramRenderer } from './renderer.ts';

/**
 * Makes `mermaid` fences into figures. A figure may scroll sideways (styles/diagrams.css), so the keyboard must reach
 * it, and it is named by the title of its picture.
 */
export function createDiagramFences(renderer: DiagramRenderer): FenceRenderer & { close(): Promise<void> } {
  return {
    async render({ value, idPrefix }) {
      const result = await renderer.render(value, idPrefix);
      if (!result.ok) return result;
      const { svg } = result;
      const labels = { ariaLabelledBy: svg.properties['ariaLabelledBy'] };
      return { ok: true, node: h('figure', { className: 'diagram', tabIndex: 0, ...labels }, [svg]) };
    },
    close: () => renderer.close(),
  };
}
