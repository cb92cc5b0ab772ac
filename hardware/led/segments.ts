// Letters and digits on seven segments: bit 0 is a (top), then clockwise b c d e f, bit 6 is g (middle). Pure.
// Source: the usual forms of seven-segment displays; letters that have none are shown as "-".
const forms: Readonly<Record<string, number>> = {
  ' ': 0x00,
  '-': 0x40,
  _: 0x08,
  0: 0x3f,
  1: 0x06,
  2: 0x5b,
  3: 0x4f,
  4: 0x66,
  5: 0x6d,
  6: 0x7d,
  7: 0x07,
  8: 0x7f,
  9: 0x6f,
  A: 0x77,
  B: 0x7c,
  C: 0x39,
  D: 0x5e,
  E: 0x79,
  F: 0x71,
  G: 0x3d,
  H: 0x76,
  I: 0x30,
  J: 0x1e,
  L: 0x38,
  N: 0x54,
  O: 0x5c,
  P: 0x73,
  Q: 0x67,
  R: 0x50,
  S: 0x6d,
  T: 0x78,
  U: 0x3e,
  Y: 0x6e,
};

export function segmentsOf(sign: string): number {
  return forms[sign.toUpperCase()] ?? 0x40;
}
