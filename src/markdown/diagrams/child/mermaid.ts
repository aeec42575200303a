import type { Mermaid, MermaidConfig } from 'mermaid';
import type { DiagramKind } from '../kinds.ts';
import { mindmapLayout } from './mindmap-layout.ts';
import { breakSequenceLines } from './text/sequence-breaks.ts';
import { FONT_SIZE } from './text/typography.ts';
import { INK } from './translate/roles.ts';

const CONFIG: MermaidConfig = {
  startOnLoad: false,
  securityLevel: 'strict',
  suppressErrorRendering: true,
  logLevel: 'fatal',
  htmlLabels: false,
  look: 'classic',
  theme: 'base',
  // Shapes that roughjs draws are random without a seed.
  handDrawnSeed: 1,
  deterministicIds: true,
  fontSize: FONT_SIZE,
  themeVariables: { fontSize: `${FONT_SIZE}px`, lineColor: INK },
  flowchart: { padding: 10, subGraphTitleMargin: { top: 4, bottom: 4 } },
  sequence: { mirrorActors: false, height: 44, labelBoxWidth: 60, messageMargin: 30 },
};

export interface Artist {
  /** Draws one diagram and returns Mermaid's SVG, as text. Throws what Mermaid throws. */
  draw(kind: DiagramKind, source: string): Promise<string>;
}

/** Loads Mermaid into the page of `openWindow()`. */
export async function loadArtist(): Promise<Artist> {
  // The bundle: it loads in a sixth of the time that the separate modules take.
  const url = import.meta.resolve('mermaid/dist/mermaid.esm.min.mjs');
  const { default: mermaid } = (await import(url)) as { default: Mermaid };
  mermaid.registerLayoutLoaders([mindmapLayout]);
  let current: string | undefined;
  // Merging its configuration takes Mermaid a tenth of what a drawing costs.
  const setLayout = (layout: string) => {
    if (layout !== current) mermaid.initialize({ ...CONFIG, layout });
    current = layout;
  };
  return {
    async draw(kind, source) {
      setLayout(kind === 'mindmap' ? mindmapLayout.name : 'elk');
      const { svg } = await mermaid.render(
        'd',
        kind === 'sequenceDiagram' ? breakSequenceLines(source) : source,
      );
      return svg;
    },
  };
}
