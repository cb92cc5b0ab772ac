// What may be said of each kind of device, as a table of fields: the form draws it, the set-up's schema checks it. How the
// form's texts become a device is device-values.ts.
import type { PrinterModelId, ScreenKind } from '../../protocol/device-setup.ts';
import { deviceKindEn, devicesEn } from '../../protocol/locales/en/devices.ts';
import { textPage } from '../../protocol/locales/text-page.ts';
import { deviceKindVi, devicesVi } from '../../protocol/locales/vi/devices.ts';

export const devicesText = textPage(devicesVi, devicesEn);
export const kindText = textPage(deviceKindVi, deviceKindEn);
export type DevicesWord = keyof typeof devicesVi;
export type DeviceList = 'printers' | 'boards' | 'keypads' | 'scanners' | 'speakers' | 'screens';
/** What a form holds: every field as text. */
export type FormValues = Readonly<Record<string, string>>;
export type Choice = readonly [value: string, label: string | DevicesWord];

type Asked = {
  readonly key: string;
  readonly label: DevicesWord;
  readonly usual?: string;
  readonly help?: DevicesWord;
  /** Where it is not asked, what was said before stays. */
  readonly when?: (values: FormValues) => boolean;
};
export type Field = Asked &
  (
    | { readonly kind: 'text' | 'json' | 'yes-no' }
    | { readonly kind: 'number'; readonly min: number; readonly max: number }
    | { readonly kind: 'choice'; readonly choices: readonly Choice[]; readonly isNumber?: boolean }
    /** Filled from the set-up. */
    | { readonly kind: 'machine' | 'counter' | 'kiosk' | 'kiosks' | 'zone' | 'arrows' }
    | { readonly kind: 'counter-or-none'; readonly none: DevicesWord }
  );

const name: Field = { key: 'name', label: 'name', kind: 'text' };
const place: readonly Field[] = [
  { key: 'agentId', label: 'machine', kind: 'machine' },
  { key: 'address', label: 'address', kind: 'text', help: 'addressHelp' },
];
const zone = { key: 'zoneId', label: 'zone', kind: 'zone' } as const;
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
const paperWidths = [
  ['576', '80 mm'],
  ['384', '58 mm'],
] as const;
const printModes = [
  ['raster', 'modeRaster'],
  ['text', 'modeText'],
] as const;
const padDrivers = [
  ['hid', 'padHid'],
  ['described', 'padDescribed'],
] as const;
const scannerDrivers = [
  ['hid-pos', 'scannerPos'],
  ['hid-keyboard', 'scannerKeyboard'],
  ['serial', 'scannerSerial'],
] as const;

/** A screen's own kind stands among the form's values. */
const isOf =
  (...kinds: ScreenKind[]) =>
  ({ kind = '' }: FormValues) =>
    kinds.some((each) => each === kind);
/** Screens that announce calls keep a log of them. */
export const announcingKinds: readonly string[] = ['hall', 'media', 'led-wall', 'speaker'];

type Kind = {
  readonly title: DevicesWord;
  /** Null for what comes by pairing. */
  readonly add: DevicesWord | null;
  readonly remove: DevicesWord;
  readonly removeSure: DevicesWord;
  readonly fields: readonly Field[];
};
const removed = { remove: 'remove', removeSure: 'removeSure' } as const;

export const deviceKinds: Readonly<Record<DeviceList, Kind>> = {
  printers: {
    ...{ title: 'printer', add: 'addPrinter', ...removed },
    fields: [
      name,
      ...place,
      { key: 'widthDots', label: 'width', kind: 'choice', choices: paperWidths, isNumber: true },
      { key: 'model', label: 'model', kind: 'choice', choices: Object.entries(models) },
      { key: 'mode', label: 'mode', kind: 'choice', choices: printModes },
      { key: 'rollMetres', label: 'rollMetres', kind: 'number', min: 5, max: 500, usual: '80' },
      { key: 'kioskIds', label: 'kiosks', kind: 'kiosks' },
    ],
  },
  boards: {
    ...{ title: 'board', add: 'addBoard', ...removed },
    fields: [
      name,
      { key: 'counterId', label: 'counter', kind: 'counter-or-none', none: 'lobbySign' },
      { ...zone, when: ({ counterId }) => counterId === '' },
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
    ...{ title: 'keypad', add: 'addKeypad', ...removed },
    fields: [
      name,
      { key: 'counterId', label: 'counter', kind: 'counter' },
      ...place,
      { key: 'driver', label: 'driver', kind: 'choice', choices: padDrivers },
      { key: 'keys', label: 'keys', kind: 'json', when: ({ driver }) => driver === 'described' },
      { key: 'actions', label: 'padActions', kind: 'json' },
    ],
  },
  scanners: {
    ...{ title: 'scanner', add: 'addScanner', ...removed },
    fields: [
      name,
      ...place,
      { key: 'driver', label: 'driver', kind: 'choice', choices: scannerDrivers },
      { key: 'counterId', label: 'counter', kind: 'counter-or-none', none: 'noCounter' },
      { key: 'kioskId', label: 'kiosk', kind: 'kiosk' },
    ],
  },
  speakers: {
    ...{ title: 'speaker', add: 'addSpeaker', ...removed },
    fields: [
      name,
      { key: 'address', label: 'address', kind: 'text', help: 'speakerAddressHelp', usual: 'alsa:default' },
      { ...zone, help: 'zoneOfSpeaker' },
    ],
  },
  screens: {
    ...{ title: 'screen', add: null, remove: 'revoke', removeSure: 'revokeSure' },
    fields: [
      name,
      {
        ...{ key: 'counterId', label: 'counter', kind: 'counter-or-none', none: 'no' },
        when: isOf('counter-board', 'rating'),
      },
      { ...zone, when: isOf('hall', 'media', 'led-wall', 'status') },
      {
        ...{ key: 'sound', label: 'screenSound', kind: 'yes-no', usual: 'true', help: 'soundHelp' },
        when: isOf('hall', 'media'),
      },
      {
        ...{ key: 'arrows', label: 'arrows', kind: 'arrows', help: 'arrowsHelp' },
        when: isOf('hall', 'media'),
      },
    ],
  },
};
