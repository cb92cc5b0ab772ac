// A picture of black and white dots as printers take it: rows of bytes, eight dots a byte, the leftmost dot in the
// highest bit, 1 is black.
export type Bitmap = { readonly widthDots: number; readonly heightDots: number; readonly rows: Uint8Array };

export function bytesPerRow(widthDots: number): number {
  return Math.ceil(widthDots / 8);
}

export function emptyBitmap(widthDots: number, heightDots: number): Bitmap {
  return { widthDots, heightDots, rows: new Uint8Array(bytesPerRow(widthDots) * heightDots) };
}

/** Dots darker than the middle become black, by how bright a colour looks (Rec. 601). `pixels` is RGBA, four bytes a dot. */
export function fromRgba(widthDots: number, heightDots: number, pixels: Uint8Array): Bitmap {
  const bitmap = emptyBitmap(widthDots, heightDots);
  const width = bytesPerRow(widthDots);
  for (let y = 0; y < heightDots; y += 1) {
    for (let x = 0; x < widthDots; x += 1) {
      const from = (y * widthDots + x) * 4;
      const [red = 255, green = 255, blue = 255] = [pixels[from], pixels[from + 1], pixels[from + 2]];
      if (red * 299 + green * 587 + blue * 114 < 128_000) {
        const at = y * width + (x >> 3);
        bitmap.rows[at] = (bitmap.rows[at] ?? 0) | (0x80 >> (x & 7));
      }
    }
  }
  return bitmap;
}

/** Whether a row has no black dot. */
export function isBlankRow({ widthDots, rows }: Bitmap, y: number): boolean {
  const width = bytesPerRow(widthDots);
  for (let at = y * width; at < (y + 1) * width; at += 1) if (rows[at] !== 0) return false;
  return true;
}

/** Without the blank rows at its end. */
export function cropped(bitmap: Bitmap): Bitmap {
  let height = bitmap.heightDots;
  while (height > 0 && isBlankRow(bitmap, height - 1)) height -= 1;
  return {
    ...bitmap,
    heightDots: height,
    rows: bitmap.rows.slice(0, height * bytesPerRow(bitmap.widthDots)),
  };
}

/** Puts the black dots of a picture of the same width onto a page, from row `top`; what stands over its edges is left out. */
export function overlaid(page: Bitmap, picture: Bitmap, top: number): void {
  const width = bytesPerRow(page.widthDots);
  for (let y = Math.max(0, -top); y < picture.heightDots && top + y < page.heightDots; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (top + y) * width + x;
      page.rows[at] = (page.rows[at] ?? 0) | (picture.rows[y * width + x] ?? 0);
    }
  }
}
