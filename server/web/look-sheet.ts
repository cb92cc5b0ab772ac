// The centre's own colours as a style sheet that every page loads, and a stamp by which pages know that it has changed.
import { createHash } from 'node:crypto';
import type { LookSetup } from '../../protocol/look-setup.ts';

/** Sets the variables of protocol/look/tokens.css that follow from the centre's colours. */
export function lookSheet({ brand, night, accent }: LookSetup): string {
  const variables = [
    ...(brand === null
      ? []
      : [
          ['brand', brand],
          ['brand-deep', mixed(brand, '#000000', 0.3)],
          ['brand-tint', mixed(brand, '#ffffff', 0.88)],
        ]),
    ...(night === null
      ? []
      : [
          ['night', night],
          ['night-raised', mixed(night, '#ffffff', 0.08)],
          ['night-line', mixed(night, '#ffffff', 0.22)],
        ]),
    ...(accent === null
      ? []
      : [
          ['gold', accent],
          ['gold-tint', mixed(accent, '#ffffff', 0.85)],
        ]),
  ];
  return variables.length === 0
    ? ''
    : `html:root {\n${variables.map(([name, value]) => `  --${name}: ${value};`).join('\n')}\n}\n`;
}

export function lookStamp(look: LookSetup): string {
  return createHash('sha256').update(JSON.stringify(look)).digest('hex').slice(0, 8);
}

/** A colour `#rrggbb` with so much of another in it, 0 to 1. */
function mixed(colour: string, other: string, share: number): string {
  const part = (text: string, place: number) => Number.parseInt(text.slice(place, place + 2), 16);
  const channels = [1, 3, 5].map((place) =>
    Math.round(part(colour, place) * (1 - share) + part(other, place) * share),
  );
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
