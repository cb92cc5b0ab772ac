// The part of the package `opentype.js` (2.0.0, which has no types of its own) that is used here: the widths of glyphs.
declare module 'opentype.js' {
  type Font = { unitsPerEm: number; charToGlyph(sign: string): { advanceWidth?: number } };
  const opentype: { parse(file: ArrayBuffer): Font };
  export = opentype;
}
