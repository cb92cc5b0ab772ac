// What may be said of each kind of device, as a table of fields: the form draws it, the set-up's schema checks it.
import type { PrinterModelId } from '../../protocol/device-setup.ts';
import { devicesEn } from '../../protocol/locales/en/devices.ts';
import { textPage } from '../../protocol/locales/text-page.ts';
import { devicesVi } from '../../protocol/locales/vi/devices.ts';

export const devicesText = textPage(devicesVi, devicesEn);
export type DevicesWord = keyof typeof devicesVi;
export type DeviceList = 'printers' | 'boards' | 'keypads' | 'scanners';
/** What a form holds: every field as text. */
export type FormValues = Readonly<Record<string, string>>;
export type Choice = readonly [value: string, label: string | DevicesWord];

type Asked = { readonly key: string; readonly label: DevicesWord; readonly usual?: string };
export type Field = Asked &
  (
    | { readonly kind: 'text'; readonly help?: DevicesWord }
    | { readonly kind: 'number'; readonly min: number; readonly max: number }
    | { readonly kind: 'choice'; readonly choices: readonly Choice[] }
    /** Filled from the set-up. */
    | { readonly kind: 'machine' | 'counter' | 'counter-or-none' | 'kiosk' | 'kiosks' }
    | { readonly kind: 'json'; readonly when: (values: FormValues) => boolean }
  );

const name: Field = { key: 'name', label: 'name', kind: 'text' };
const place: readonly Field[] = [
  { key: 'agentId', label: 'machine', kind: 'machine' },
  { key: 'address', label: 'address', kind: 'text', help: 'addressHelp' },
];
const models: Readonly<Record<PrinterModelId, string>> = {
  epson: 'Epson TM',
  'epson-vietnam': 'Epson TM (TCVN-3)',
  generic: 'ESC/POS',
  xprinter: 'Xprinter',
  'pos-58': 'POS-58',
  silent: 'ESC/POS ∅',
};
/** Others that the server knows may be written into the set-up by hand. */
const protocols: Readonly<Record<string, string>> = {
  'modbus-rtu': 'Modbus RTU',
  'modbus-tcp': 'Modbus TCP',
  described: 'RS-485 (JSON)',
  cd5220: 'CD5220',
  'escpos-display': 'ESC/POS DM-D',
  'hid-display': 'USB HID 14h',
  alpha: 'Alpha / BetaBrite',
};

export const deviceKinds: Readonly<
  Record<
    DeviceList,
    { readonly title: DevicesWord; readonly add: DevicesWord; readonly fields: readonly Field[] }
  >
> = {
  printers: {
    title: 'printer',
    add: 'addPrinter',
    fields: [
      name,
      ...place,
      {
        key: 'widthDots',
        label: 'width',
        kind: 'choice',
        choices: [
          ['576', '80 mm'],
          ['384', '58 mm'],
        ],
      },
      { key: 'model', label: 'model', kind: 'choice', choices: Object.entries(models) },
      {
        key: 'mode',
        label: 'mode',
        kind: 'choice',
        choices: [
          ['raster', 'modeRaster'],
          ['text', 'modeText'],
        ],
      },
      { key: 'rollMetres', label: 'rollMetres', kind: 'number', min: 5, max: 500, usual: '80' },
      { key: 'kioskIds', label: 'kiosks', kind: 'kiosks' },
    ],
  },
  boards: {
    title: 'board',
    add: 'addBoard',
    fields: [
      name,
      { key: 'counterId', label: 'counter', kind: 'counter' },
      ...place,
      { key: 'protocol', label: 'protocol', kind: 'choice', choices: Object.entries(protocols) },
      { key: 'unitId', label: 'unit', kind: 'number', min: 1, max: 247, usual: '1' },
      { key: 'digits', label: 'digits', kind: 'number', min: 1, max: 20, usual: '4' },
      {
        ...{ key: 'frame', label: 'frame', kind: 'json' },
        when: ({ protocol }) => protocol === 'described' || protocol === 'hid-display',
      },
    ],
  },
  keypads: {
    title: 'keypad',
    add: 'addKeypad',
    fields: [
      name,
      { key: 'counterId', label: 'counter', kind: 'counter' },
      ...place,
      {
        key: 'driver',
        label: 'driver',
        kind: 'choice',
        choices: [
          ['hid', 'padHid'],
          ['described', 'padDescribed'],
        ],
      },
      { key: 'keys', label: 'keys', kind: 'json', when: ({ driver }) => driver === 'described' },
      { key: 'actions', label: 'padActions', kind: 'json', when: () => true },
    ],
  },
  scanners: {
    title: 'scanner',
    add: 'addScanner',
    fields: [
      name,
      ...place,
      {
        ...{ key: 'driver', label: 'driver', kind: 'choice' },
        choices: [
          ['hid-pos', 'scannerPos'],
          ['hid-keyboard', 'scannerKeyboard'],
          ['serial', 'scannerSerial'],
        ],
      },
      { key: 'counterId', label: 'counter', kind: 'counter-or-none' },
      { key: 'kioskId', label: 'kiosk', kind: 'kiosk' },
    ],
  },
};

/** JSON as a person writes it: the smallest objects on one line. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(/\{[^{}[\]]*\}/g, (small) => small.replace(/\s+/g, ' '));
}

/** A device of the set-up as the form's texts. */
export function formValues(list: DeviceList, device: Readonly<Record<string, unknown>>): FormValues {
  return Object.fromEntries(
    deviceKinds[list].fields.map((field) => {
      const first = field.kind === 'choice' ? field.choices[0]?.[0] : undefined;
      const value = device[field.key] ?? field.usual ?? first ?? '';
      if (Array.isArray(value)) return [field.key, value.join(' ')];
      return [field.key, typeof value === 'object' ? jsonText(value) : String(value)];
    }),
  );
}

/** The form's texts as a device of the set-up, or the field whose JSON cannot be read and why. */
export function deviceOf(
  list: DeviceList,
  values: FormValues,
  before: Readonly<Record<string, unknown>>,
): { readonly device: Record<string, unknown> } | { readonly field: string; readonly why: string } {
  const device: Record<string, unknown> = { ...before };
  if (list === 'printers') device.driver = 'escpos';
  for (const field of deviceKinds[list].fields) {
    const value = (values[field.key] ?? '').trim();
    delete device[field.key];
    if (field.kind === 'kiosks') device[field.key] = value === '' ? [] : value.split(/\s+/);
    else if (field.kind === 'number') device[field.key] = Number(value);
    else if (field.kind === 'counter-or-none' || field.kind === 'kiosk')
      device[field.key] = value === '' ? null : value;
    else if (field.kind === 'json') {
      if (value === '' || !field.when(values)) continue;
      try {
        device[field.key] = JSON.parse(value) as unknown;
      } catch (error) {
        return { field: field.key, why: error instanceof Error ? error.message : String(error) };
      }
    } else if (value !== '' || field.key === 'name' || field.key === 'address')
      device[field.key] = field.key === 'widthDots' ? Number(value) : value;
  }
  return { device };
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
