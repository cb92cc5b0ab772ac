// Who may import whom: one line per room of the house, from section 3 of the design. A file belongs to the room with the
// longest name its path begins with; a file that belongs to none is a fault. Within its own room a file imports freely.

export type Room = {
  /** A folder, or one file. */
  readonly room: string;
  /** Rooms or single files whose values and types may be imported. A room does not bring along the rooms inside it. */
  readonly rooms: readonly string[];
  /** Rooms of which only types may be imported. */
  readonly types?: readonly string[];
  readonly packages?: readonly string[];
  /** Node's own modules: `*` is any of them. */
  readonly node?: readonly string[];
};

const words = ['protocol', 'protocol/locales'];
const page = {
  rooms: [...words, 'protocol/client', 'protocol/look'],
  packages: ['react', 'react-dom'],
} as const;
const ports = ['server/application/clock.ts', 'server/application/journal-port.ts'];
/** The events and the version they are written in: what a journal row is made of. */
const facts = 'server/domain/events.ts';
const rest = { node: ['*'] } as const;

export const roomRules: readonly Room[] = [
  { room: 'protocol', rooms: [], packages: ['zod'] },
  { room: 'protocol/locales', rooms: ['protocol'] },
  {
    room: 'protocol/look',
    rooms: [],
    packages: [
      '@fontsource/be-vietnam-pro',
      '@expo-google-fonts/noto-sans-khmer',
      '@expo-google-fonts/noto-sans-sc',
    ],
  },
  {
    room: 'protocol/client',
    rooms: [...words, 'protocol/look'],
    packages: ['zod', 'react', 'socket.io-client'],
  },
  {
    room: 'hardware',
    rooms: ['protocol'],
    packages: [
      'zod',
      'escpos',
      'serialport',
      'node-hid',
      'usb',
      '@resvg/resvg-js',
      'uqr',
      'harfbuzzjs',
      '@expo-google-fonts/be-vietnam-pro',
      '@expo-google-fonts/noto-sans-khmer',
      '@expo-google-fonts/noto-sans-sc',
    ],
    ...rest,
  },
  { room: 'hardware/agent', rooms: ['protocol', 'hardware'], packages: ['zod', 'socket.io-client'], ...rest },
  { room: 'server/domain', rooms: ['protocol'] },
  {
    room: 'server/application',
    rooms: ['server/domain', 'server/application/views', 'protocol'],
    node: ['node:crypto'],
  },
  { room: 'server/application/views', rooms: ['server/domain', 'server/application', 'protocol'] },
  {
    room: 'server/journal',
    rooms: [...words, ...ports, facts],
    types: ['server/domain'],
    packages: ['@photostructure/sqlite'],
    ...rest,
  },
  {
    room: 'server/setup',
    rooms: [...words, ...ports, 'server/package-root.ts'],
    types: ['server/domain'],
    packages: ['lowdb', 'zod'],
    ...rest,
  },
  {
    room: 'server/reports',
    rooms: [...words, ...ports, 'server/domain/wait-estimate/estimate-score.ts'],
    types: ['server/domain'],
    packages: ['zod'],
    ...rest,
  },
  {
    room: 'server/web',
    rooms: [...words, 'server/application'],
    types: ['server/domain'],
    packages: ['express', 'compression', 'socket.io', 'zod'],
    ...rest,
  },
  {
    room: 'server/devices',
    rooms: [...words, 'server/application', 'hardware', 'hardware/agent'],
    types: ['server/domain'],
    ...rest,
  },
  {
    room: 'server/notices',
    rooms: ['protocol', 'server/setup/json-file.ts'],
    packages: ['lowdb', 'zod'],
    ...rest,
  },
  {
    room: 'server/estimating',
    rooms: [
      ...['protocol', 'server/domain', 'server/application'],
      // Advice is judged by playing its day again.
      'server/simulation/play',
      ...['server/journal/sqlite.ts', 'server/journal/journal-row.ts'],
    ],
    ...rest,
  },
  {
    room: 'server/trials',
    rooms: [
      ...['protocol', 'server/domain', 'server/application/clock.ts', 'server/simulation/play'],
      // A recorded day is read in the trial's own thread.
      'server/journal/recorded-day.ts',
    ],
    ...rest,
  },
  {
    room: 'server/simulation',
    rooms: [
      ...['protocol', 'server/simulation/play', 'server/package-root.ts'],
      // A recorded day is played from the journal's own rows.
      'server/journal/recorded-day.ts',
    ],
    packages: ['zod'],
    ...rest,
  },
  // A day is played through the real rules; everything around them stays outside.
  {
    room: 'server/simulation/play',
    rooms: ['protocol', 'server/domain', 'server/simulation/seeded-random.ts'],
    packages: ['zod'],
  },
  { room: 'server/package-root.ts', rooms: [], ...rest },
  {
    room: 'server/app.ts',
    rooms: [
      ...[...words, 'hardware', 'server/domain', 'server/application', 'server/journal', 'server/setup'],
      ...[
        'server/notices',
        'server/estimating',
        'server/reports',
        'server/web',
        'server/devices',
        'server/simulation',
        'server/trials',
        'server/package-root.ts',
      ],
    ],
    ...rest,
  },
  {
    room: 'server/main.ts',
    rooms: [
      ...words,
      'server/app.ts',
      'server/setup',
      'server/notices/notice-store.ts',
      'server/application/clock.ts',
      'server/package-root.ts',
    ],
    ...rest,
  },
  { room: 'kiosk-ui', ...page },
  { room: 'display-ui', ...page },
  { room: 'counter-ui', ...page },
];

/** Rooms and files without clock, randomness, timer or I/O: what they need arrives as arguments. */
export const pureRooms: readonly string[] = [
  ...[
    'server/domain',
    'server/simulation/play',
    'server/trials/policy-trial.ts',
    'server/application/views',
    'protocol/rating-forms',
    'protocol/locales',
  ],
  ...[
    'hardware/led/board-codec.ts',
    'hardware/led/bus-order.ts',
    'hardware/led/modbus.ts',
    'hardware/led/modbus-rtu.ts',
    'hardware/led/modbus-tcp.ts',
    'hardware/led/cd5220.ts',
    'hardware/led/alpha.ts',
    'hardware/led/escpos-display.ts',
    'hardware/led/described.ts',
    'hardware/led/hid-display.ts',
    'hardware/keypad/boot-keyboard.ts',
    'hardware/keypad/described-keys.ts',
    'hardware/keypad/press-reader.ts',
    'hardware/scanner/hid-pos.ts',
    'hardware/scanner/hid-keyboard.ts',
    'hardware/scanner/line-framing.ts',
    'hardware/transport/reports.ts',
    'hardware/transport/usb-identity.ts',
    'hardware/agent/agent-contract.ts',
    'protocol/time-of-day.ts',
    'protocol/call-sequence.ts',
    'protocol/speech',
    'protocol/csv-records.ts',
    'protocol/dossier-csv.ts',
    'protocol/notices.ts',
    'server/notices/file-kinds.ts',
    'hardware/speaker/sound.ts',
    'hardware/speaker/resampling.ts',
    'hardware/speaker/spoken-sound.ts',
    'hardware/speaker/chime.ts',
    'hardware/speaker/wav.ts',
    'hardware/speaker/clips-needed.ts',
    'hardware/speaker/speaker-address.ts',
    'hardware/led/checksums.ts',
    'hardware/printer/bitmap.ts',
    'hardware/printer/ticket-document.ts',
  ],
  ...['hardware/printer/escpos-ticket.ts', 'hardware/printer/escpos-status.ts'],
];

/** Lines of a source file at most. */
export const linesAtMost = 300;
