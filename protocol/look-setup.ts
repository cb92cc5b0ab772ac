// The look that a centre may choose: colours and a logo for its screens. What is written on a colour must stay readable.
import { z } from 'zod';
import { fileIdSchema } from './ids.ts';

const colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/, 'must be a colour as #rrggbb')
  .nullable()
  .default(null);

export const lookSchema = z.strictObject({
  /** Behind white letters: heads, buttons. */
  brand: colour,
  /** Behind the white letters of boards. */
  night: colour,
  /** Behind the dark letters of what is called now. */
  accent: colour,
  /** A picture kept here, for the boards; the paper has its own. */
  logo: fileIdSchema.nullable().default(null),
});
export type LookSetup = z.infer<typeof lookSchema>;
export const defaultLook: LookSetup = { brand: null, night: null, accent: null, logo: null };

/** What is written on each colour. */
const writtenOn = { brand: '#ffffff', night: '#f4f8fd', accent: '#06223f' } as const;
/** WCAG 2.2, 1.4.3: ordinary text. */
const contrastAtLeast = 4.5;

/** Colours on which one could not read what is written on them, each with a sentence. */
export function lookFaults(look: LookSetup): { readonly field: keyof LookSetup; readonly message: string }[] {
  return (['brand', 'night', 'accent'] as const).flatMap((field) => {
    const chosen = look[field];
    if (chosen === null) return [];
    const ink = field === 'accent' ? (look.night ?? writtenOn.accent) : writtenOn[field];
    const found = contrast(chosen, ink);
    return found >= contrastAtLeast
      ? []
      : [
          {
            field,
            message: `${ink} on ${chosen} has a contrast of ${(Math.floor(found * 100) / 100).toFixed(2)}, less than ${contrastAtLeast}`,
          },
        ];
  });
}

/** The contrast of two colours `#rrggbb`, 1 to 21. Source: WCAG 2.2, definitions of contrast ratio and relative luminance. */
export function contrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((one, other) => other - one);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((place) => {
    const share = Number.parseInt(colour.slice(place, place + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
