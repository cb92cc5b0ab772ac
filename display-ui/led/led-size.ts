// How many pixels the wall has: from the address (`?size=384x128`), else the window's own.
import type { WallSize } from './led-boxes.ts';

const [least, most] = [16, 4_096];

/** The size asked for in the address, else that of the window; a size that no wall has is not taken. */
export function ledSize(search: string, inner: WallSize): WallSize {
  const asked = /^(\d{2,4})x(\d{2,4})$/i.exec(new URLSearchParams(search).get('size') ?? '');
  const size = asked === null ? inner : { width: Number(asked[1]), height: Number(asked[2]) };
  return isWall(size) ? size : inner;
}

function isWall({ width, height }: WallSize): boolean {
  return [width, height].every((side) => side >= least && side <= most);
}
