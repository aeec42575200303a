/** Setting and outlines, beside what src/markdown/diagrams declares of fontkit. */
declare module 'fontkit' {
  interface Font {
    layout(text: string): {
      readonly glyphs: readonly {
        readonly path: {
          readonly commands: readonly {
            readonly command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath';
            readonly args: readonly number[];
          }[];
        };
      }[];
      readonly positions: readonly { readonly xAdvance: number }[];
    };
  }
}
