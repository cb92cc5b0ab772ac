// The devices of a centre as its set-up names them: where each one is, how it is spoken to, whom it serves. What an address
// or a driver's name means is hardware's affair; here are the forms a technician may write.
import { z } from 'zod';
import { describedFrameSchema } from './described-frame.ts';
import { counterIdSchema, deviceIdSchema, zoneIdSchema } from './ids.ts';
import { describedKeypadSchema, keyActionsSchema } from './keypad-setup.ts';
import { timeOfDaySchema } from './time-of-day.ts';

/**
 * Where a device is: `tcp://host:port`, `serial:/dev/ttyUSB0?baud=9600`, `file:/dev/usb/lp0`, `usb:04b8:0e15?serial=X`,
 * `hid:04d9:1203?port=1-1.2` (vendor and product in hexadecimal, then the serial number or the USB port, by which it is
 * known again after it was pulled out), or `simulator` for the one that the server itself runs. What each part means is
 * held by the table of transports, hardware/transport/transports.ts, when an edit is kept.
 */
export const deviceAddressSchema = z.union([
  z.literal('simulator'),
  z
    .string()
    .max(200)
    .refine(
      (text) => /^[a-z][a-z0-9+.-]*:\S+$/.test(text) && URL.canParse(text),
      'must be tcp://host:port, serial:/dev/…?baud=9600, file:/dev/…, usb: or hid:vendor:product?serial=… or ?port=…, or "simulator"',
    ),
]);

const device = {
  id: deviceIdSchema,
  name: z.string().min(1).max(80),
  address: deviceAddressSchema,
  /** The paired machine at which it is plugged in; without it, this server's own. */
  agentId: deviceIdSchema.optional(),
};
/** What a printer can do beyond taking bytes: the table is hardware/printer/models.ts. */
export const printerModelIdSchema = z.enum([
  'epson',
  'epson-vietnam',
  'generic',
  'xprinter',
  'pos-58',
  'silent',
]);
export type PrinterModelId = z.infer<typeof printerModelIdSchema>;

export const printerSchema = z.strictObject({
  ...device,
  driver: z.literal('escpos'),
  widthDots: z.union([z.literal(576), z.literal(384)]),
  /** Without it "epson". */
  model: printerModelIdSchema.optional(),
  /** Drawn, right in every language on any printer; or in the printer's own letters, for slow links. */
  mode: z.enum(['raster', 'text']).default('raster'),
  /** The length of a new roll, for the estimate of how many tickets are left. */
  rollMetres: z.int().min(5).max(500).default(80),
  /** Kiosks whose tickets come out here; an empty list serves every kiosk without a printer of its own. */
  kioskIds: z.array(deviceIdSchema).max(50).default([]),
});
export const boardSchema = z.strictObject({
  ...device,
  /** The table is hardware/led/boards.ts. Boards at one address share their protocol. */
  protocol: z.string().regex(/^[a-z0-9-]{1,40}$/, 'must be the name of a protocol'),
  /** A maker's own frame, for `described`, or another report for `hid-display`. */
  frame: describedFrameSchema.optional(),
  /** The counter whose number it shows; a sign in the lobby has none. */
  counterId: counterIdSchema.nullable().default(null),
  /** Of a sign in the lobby: whose calls and announcements it shows; null is the whole centre's. */
  zoneId: zoneIdSchema.nullable().default(null),
  unitId: z.int().min(1).max(247),
  digits: z.int().min(1).max(20).default(4),
});
export const keypadSchema = z.strictObject({
  ...device,
  /** `hid`: a numeric keypad that reports as a keyboard; `described`: one that sends bytes for each key. */
  driver: z.enum(['hid', 'described']),
  /** The bytes of each key, for `described`. */
  keys: describedKeypadSchema.optional(),
  counterId: counterIdSchema,
  /** What each key does; the usual arrangement where it is not written. */
  actions: keyActionsSchema.optional(),
});
export const scannerSchema = z.strictObject({
  ...device,
  /** `hid-pos`: reports of usage page 8C; `hid-keyboard`: one that types; `serial`: lines of text. */
  driver: z.enum(['hid-pos', 'hid-keyboard', 'serial']),
  /** How a line of text begins and ends, for `serial`, as bytes in hexadecimal. */
  framing: z
    .strictObject({
      start: z.string().regex(/^([0-9a-f]{2}){0,4}$/i, 'must be up to 4 bytes in hexadecimal'),
      end: z.string().regex(/^([0-9a-f]{2}){1,4}$/i, 'must be 1-4 bytes in hexadecimal'),
    })
    .optional(),
  /**
   * Where it stands: at a counter it calls the ticket that it reads; else it shows how long that one still waits, at its
   * kiosk, or at every kiosk that has no scanner of its own.
   */
  counterId: counterIdSchema.nullable().default(null),
  kioskId: deviceIdSchema.nullable().default(null),
});
/** A sound card of this server with the hall's amplifier behind it. */
export const speakerSchema = z.strictObject({
  id: deviceIdSchema,
  name: z.string().min(1).max(80),
  /** `alsa:default`, `alsa:plughw:1,0`, or "simulator". */
  address: deviceAddressSchema,
  /** Whose calls it speaks; null is the whole centre's. */
  zoneId: zoneIdSchema.nullable().default(null),
});
/** `agent` is a machine that lends its printers, boards, keypads and scanners. */
export const screenKindSchema = z.enum([
  'kiosk',
  'hall',
  'media',
  'led-wall',
  'status',
  'counter-board',
  'rating',
  'agent',
]);
export const arrowSchema = z.enum([
  'left',
  'right',
  'up',
  'down',
  'up-left',
  'up-right',
  'down-left',
  'down-right',
]);
export type Arrow = z.infer<typeof arrowSchema>;
export type ScreenKind = z.infer<typeof screenKindSchema>;
/** A paired kiosk, display, tablet or agent. `tokenHash` is the SHA-256 (hex) of its secret. */
export const screenSchema = z.strictObject({
  id: deviceIdSchema,
  kind: screenKindSchema,
  name: z.string().min(1).max(80),
  tokenHash: z.string().regex(/^[0-9a-f]{64}$/, 'must be "kept" for a screen that is paired, or a SHA-256'),
  counterId: counterIdSchema.nullable().default(null),
  zoneId: zoneIdSchema.nullable().default(null),
  /** Whether a hall board speaks its calls; not where a loudspeaker of the zone does. */
  sound: z.boolean().default(true),
  /** Where counters and zones lie as one sees it before this screen: by counter's or zone's id. */
  arrows: z.record(z.string().max(64), arrowSchema).default({}),
});
/** How bright boards are from an hour on, in percent; the last one before now applies. */
export const brightnessSchema = z
  .array(
    z.strictObject({
      from: timeOfDaySchema,
      percent: z.int().min(5).max(100),
    }),
  )
  .max(12);

export const devicesSchema = z.strictObject({
  printers: z.array(printerSchema).max(20).default([]),
  boards: z.array(boardSchema).max(200).default([]),
  keypads: z.array(keypadSchema).max(200).default([]),
  scanners: z.array(scannerSchema).max(100).default([]),
  speakers: z.array(speakerSchema).max(10).default([]),
  screens: z.array(screenSchema).max(300).default([]),
  brightness: brightnessSchema.default([]),
});
export type DevicesSetup = z.infer<typeof devicesSchema>;
export type PrinterSetup = z.infer<typeof printerSchema>;
export type BoardSetup = z.infer<typeof boardSchema>;
export type KeypadSetup = z.infer<typeof keypadSchema>;
export type ScannerSetup = z.infer<typeof scannerSchema>;
export type SpeakerSetup = z.infer<typeof speakerSchema>;
export type ScreenSetup = z.infer<typeof screenSchema>;
export type BrightnessSetup = z.infer<typeof brightnessSchema>;
