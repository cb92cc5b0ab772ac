// The signs of the wall as outlines in a square of side 1, because the face has no such glyphs. Drawn by pixel-text.ts,
// which makes whole pixels of them.
import { signs } from './led-boxes.ts';

type Pen = Pick<
  CanvasRenderingContext2D,
  'beginPath' | 'moveTo' | 'lineTo' | 'arc' | 'closePath' | 'fill' | 'stroke'
> & { lineWidth: number };

/** Draws the sign in the square from 0 to 1. */
export function drawSign(sign: string, pen: Pen): void {
  if (sign === signs.call) polygon(pen, [0.08, 0.02, 0.96, 0.5, 0.08, 0.98]);
  else if (sign === signs.to)
    polygon(pen, [0, 0.4, 0.52, 0.4, 0.52, 0.1, 1, 0.5, 0.52, 0.9, 0.52, 0.6, 0, 0.6]);
  else if (sign === signs.between) polygon(pen, [0.5, 0, 1, 0.5, 0.5, 1, 0, 0.5]);
  else if (sign === signs.priority) star(pen);
  else if (sign === signs.recall) again(pen);
  else if (sign === signs.broken) brokenLink(pen);
}

function polygon(pen: Pen, points: readonly number[]): void {
  pen.beginPath();
  for (let index = 0; index + 1 < points.length; index += 2)
    pen.lineTo(points[index] ?? 0, points[index + 1] ?? 0);
  pen.closePath();
  pen.fill();
}

function star(pen: Pen): void {
  const points: number[] = [];
  for (let point = 0; point < 10; point += 1) {
    const [far, turn] = [point % 2 === 0 ? 0.53 : 0.23, (point * Math.PI) / 5 - Math.PI / 2];
    points.push(0.5 + far * Math.cos(turn), 0.54 + far * Math.sin(turn));
  }
  polygon(pen, points);
}

/** A circle that runs back into an arrow's head. */
function again(pen: Pen): void {
  pen.lineWidth = 0.17;
  pen.beginPath();
  pen.arc(0.48, 0.54, 0.36, -0.25 * Math.PI, 1.45 * Math.PI);
  pen.stroke();
  polygon(pen, [0.56, 0.36, 1, 0.4, 0.94, 0.0]);
}

/** Two halves of a chain's link, apart, and a stroke between them. */
function brokenLink(pen: Pen): void {
  pen.lineWidth = 0.14;
  pen.beginPath();
  pen.arc(0.26, 0.5, 0.19, 0.35 * Math.PI, 1.65 * Math.PI);
  pen.stroke();
  pen.beginPath();
  pen.arc(0.74, 0.5, 0.19, -0.65 * Math.PI, 0.65 * Math.PI);
  pen.stroke();
  pen.beginPath();
  pen.moveTo(0.62, 0.04);
  pen.lineTo(0.38, 0.96);
  pen.stroke();
}
