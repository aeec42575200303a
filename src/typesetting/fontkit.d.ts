/** The part of fontkit that is used here; the package ships no types. https://github.com/foliojs/fontkit */
declare module 'fontkit' {
  export interface Font {
    readonly unitsPerEm: number;
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): { readonly advanceWidth: number };
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
  export function create(buffer: Uint8Array): Font;
}
