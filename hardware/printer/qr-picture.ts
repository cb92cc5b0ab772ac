// The modules of a QR code as dots: each a square of a whole number of dots, so that edges stay crisp. White around it is
// the business of whoever prints it.
import { type Bitmap, bytesPerRow, emptyBitmap } from './bitmap.ts';

/** Modules row by row, `true` is black, as `encode` of the package `uqr` gives them. */
export function qrPicture(modules: readonly (readonly boolean[])[], moduleDots: number): Bitmap {
  const side = modules.length * moduleDots;
  const picture = emptyBitmap(side, side);
  const width = bytesPerRow(side);
  for (let y = 0; y < side; y += 1) {
    const row = modules[Math.floor(y / moduleDots)] ?? [];
    for (let x = 0; x < side; x += 1) {
      if (!row[Math.floor(x / moduleDots)]) continue;
      const at = y * width + (x >> 3);
      picture.rows[at] = (picture.rows[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return picture;
}
