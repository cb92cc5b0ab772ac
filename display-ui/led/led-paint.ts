// Puts a layout and the running text onto the wall's canvas, whole pixels only. What stands where was decided before.
import type { IdleLayout } from './idle-layout.ts';
import type { Box, Region, WallSize } from './led-boxes.ts';
import type { LedLayout } from './led-layout.ts';
import { ledColours, type PixelText } from './pixel-text.ts';
import type { Scene } from './programme.ts';
import { topOf } from './running-text.ts';

/** Paints the wall anew; `scene` is null while a call stands on it. */
export function paint(
  context: CanvasRenderingContext2D,
  { width, height }: WallSize,
  layout: LedLayout,
  scene: Scene | null,
  pixels: PixelText,
): void {
  context.imageSmoothingEnabled = false;
  const ground = layout.kind === 'call' ? layout.ground : null;
  fill(context, { x: 0, y: 0, width, height }, ground ?? 'dark');
  if (layout.kind === 'call') {
    for (const box of layout.boxes) put(context, box, pixels);
    paintFrame(context, { width, height }, layout.frame);
    return;
  }
  if (scene === null || scene.status) for (const box of layout.status) put(context, box, pixels);
  if (scene?.strip) paintRunning(context, layout.running, scene, pixels);
  if (scene !== null && !scene.status) for (const box of layout.badge) put(context, box, pixels);
}

function put(context: CanvasRenderingContext2D, box: Box, pixels: PixelText): void {
  if (box.inverted) fill(context, box, box.colour);
  const picture = pixels.picture(box);
  const x = box.x + Math.floor((box.width - picture.width) / 2);
  const y = box.y + Math.floor((box.height - picture.height) / 2);
  context.drawImage(picture, x, y);
}

function paintRunning(
  context: CanvasRenderingContext2D,
  { x, y, width, height }: IdleLayout['running'],
  { strip, x: from, loop }: Scene,
  pixels: PixelText,
): void {
  if (strip === null) return;
  context.save();
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
  for (let copy = from; copy < width; copy += loop ?? Number.POSITIVE_INFINITY) {
    for (const word of strip.words) {
      const at = copy + word.x;
      if (at >= width || at + word.width <= 0) continue;
      const picture = pixels.picture({ text: word.text, ...word.face, colour: 'amber', inverted: false });
      context.drawImage(picture, x + at, y + topOf(word, height, pixels.measure));
    }
  }
  context.restore();
}

function paintFrame(context: CanvasRenderingContext2D, { width, height }: WallSize, thick: number): void {
  if (thick === 0) return;
  fill(context, { x: 0, y: 0, width, height: thick }, 'amber');
  fill(context, { x: 0, y: height - thick, width, height: thick }, 'amber');
  fill(context, { x: 0, y: 0, width: thick, height }, 'amber');
  fill(context, { x: width - thick, y: 0, width: thick, height }, 'amber');
}

function fill(context: CanvasRenderingContext2D, at: Region, colour: keyof typeof ledColours): void {
  context.fillStyle = `rgb(${ledColours[colour].join(',')})`;
  context.fillRect(at.x, at.y, at.width, at.height);
}
