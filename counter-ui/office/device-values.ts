// A device of the set-up as the form's texts and back. What the texts may be is device-kinds.ts; whether they are right is
// the set-up's schema at the server.
import { type DeviceList, deviceKinds, type Field, type FormValues } from './device-kinds.ts';

/** JSON as a person writes it: the smallest objects on one line. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(/\{[^{}[\]]*\}/g, (small) => small.replace(/\s+/g, ' '));
}

/** A device of the set-up as the form's texts. */
export function formValues(list: DeviceList, device: Readonly<Record<string, unknown>>): FormValues {
  return valuesOf(deviceKinds[list].fields, device);
}

export function valuesOf(fields: readonly Field[], thing: Readonly<Record<string, unknown>>): FormValues {
  return Object.fromEntries(
    fields.map((field) => {
      const first = field.kind === 'choice' ? field.choices[0]?.[0] : undefined;
      const value = thing[field.key] ?? field.usual ?? first ?? '';
      if (Array.isArray(value)) return [field.key, value.join(' ')];
      return [field.key, typeof value === 'object' ? jsonText(value) : String(value)];
    }),
  );
}

export type Made =
  | { readonly device: Record<string, unknown> }
  | { readonly field: string; readonly why: string };

/** The form's texts as a device of the set-up, or the field whose JSON cannot be read and why. */
export function deviceOf(
  list: DeviceList,
  values: FormValues,
  before: Readonly<Record<string, unknown>>,
): Made {
  const device: Record<string, unknown> = { ...before };
  if (list === 'printers') device.driver = 'escpos';
  for (const field of deviceKinds[list].fields) {
    const isAsked = field.when?.(values) ?? true;
    if (!isAsked) {
      // A board that stands at a counter has no zone; a frame is of its protocol only.
      if (list !== 'screens') delete device[field.key];
      continue;
    }
    try {
      device[field.key] = fieldValue(field, (values[field.key] ?? '').trim());
    } catch (error) {
      return { field: field.key, why: error instanceof Error ? error.message : String(error) };
    }
    if (device[field.key] === undefined) delete device[field.key];
  }
  return { device };
}

/** What a field's text says; undefined where nothing is written. Throws where it is no JSON. */
export function fieldValue(field: Field, text: string): unknown {
  switch (field.kind) {
    case 'kiosks':
      return text === '' ? [] : text.split(/\s+/);
    case 'number':
      return Number(text);
    case 'yes-no':
      return text === 'true';
    case 'counter-or-none':
    case 'kiosk':
    case 'zone':
      return text === '' ? null : text;
    case 'json':
    case 'arrows':
      return text === '' ? undefined : (JSON.parse(text) as unknown);
    case 'choice':
      return field.isNumber === true ? Number(text) : text;
    case 'text':
      return text;
    default:
      return text === '' ? undefined : text;
  }
}

/** An id out of a name: letters without marks, unique among those there are. */
export function idFor(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  const base = plain === '' ? 'device' : plain;
  let id = base;
  for (let count = 2; taken.includes(id); count += 1) id = `${base}-${count}`;
  return id;
}
