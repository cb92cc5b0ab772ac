// Call pads: reports and described bytes read into keys at any split, what presses mean, and the pad as a device on a real
// socket: lit, unplugged, another device in its place.
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { bootKeyboard } from '../../hardware/keypad/boot-keyboard.ts';
import { describedKeys } from '../../hardware/keypad/described-keys.ts';
import { type Keypad, openKeypad } from '../../hardware/keypad/keypad.ts';
import { type Meant, pressReader } from '../../hardware/keypad/press-reader.ts';
import { type KeypadSimulator, startKeypadSimulator } from '../../hardware/simulator/keypad-simulator.ts';
import { openTransport } from '../../hardware/transport/transports.ts';
import { type DescribedKeypad, describedKeypadSchema, type PadKey } from '../../protocol/keypad-setup.ts';
import { driverBench, soon } from '../support/driver-bench.ts';

const report = (...codes: number[]) => Uint8Array.from([0, 0, ...codes, ...Array(6 - codes.length).fill(0)]);
/** Each key of a pad in a maker's own frame: start, address 05, code, sum, end. */
const framed: DescribedKeypad = describedKeypadSchema.parse({
  '1': '0205311e03',
  '2': '0205321f03',
  enter: '02050d1403',
});

describe('a keyboard’s reports', () => {
  it('count a key once, when it goes down', () => {
    const read = bootKeyboard(true);
    expect(read(report(0x59))).toEqual(['1']);
    expect(read(report(0x59))).toEqual([]);
    expect(read(report(0x59, 0x62))).toEqual(['0']);
    expect(read(report(0x62))).toEqual([]);
    expect(read(report(0x59))).toEqual(['1']);
  });
  it('know every key of a pad, of both rows', () => {
    const read = (codes: number[]) => codes.flatMap((code) => bootKeyboard(true)(report(code)));
    expect(read([0x59, 0x5a, 0x5b, 0x5c, 0x5d, 0x5e, 0x5f, 0x60, 0x61, 0x62]).join('')).toBe('1234567890');
    expect(read([0x1e, 0x1f, 0x20, 0x21, 0x22, 0x23, 0x24, 0x25, 0x26, 0x27]).join('')).toBe('1234567890');
    expect(read([0x58, 0x28, 0x57, 0x56, 0x55, 0x54, 0x63, 0x2a])).toEqual([
      ...['enter', 'enter', 'plus', 'minus', 'multiply', 'divide', 'dot', 'backspace'],
    ]);
    expect(read([0x04, 0x39])).toEqual([]);
  });
  it('say nothing while too many keys are down, and forget none of them', () => {
    const read = bootKeyboard(true);
    read(report(0x59));
    expect(read(Uint8Array.from([0, 0, 1, 1, 1, 1, 1, 1]))).toEqual([]);
    expect(read(report(0x59))).toEqual([]);
  });
  it('have their number before them on some devices; other reports are another part of it', () => {
    const read = bootKeyboard(true);
    expect(read(Uint8Array.from([1, ...report(0x5a)]))).toEqual(['2']);
    expect(read(Uint8Array.of(2, 0xe9, 0))).toEqual([]);
    expect(read(Uint8Array.from([1, ...report(0x5a, 0x5b)]))).toEqual(['3']);
  });
  it('give the same keys however a line cuts them', () => {
    const key = fc.constantFrom(0x59, 0x5a, 0x62, 0x58);
    fc.assert(
      fc.property(
        fc.array(key, { maxLength: 8 }),
        fc.infiniteStream(fc.integer({ min: 1, max: 9 })),
        (codes, cuts) => {
          const bytes = Buffer.concat(codes.flatMap((code) => [report(code), report()]));
          const read = bootKeyboard(false);
          const found: PadKey[] = [];
          for (let at = 0; at < bytes.length; ) {
            const length = cuts.next().value ?? 1;
            found.push(...read(bytes.subarray(at, at + length)));
            at += length;
          }
          expect(found).toEqual(bootKeyboard(false)(bytes));
          expect(found).toHaveLength(codes.length);
        },
      ),
    );
  });
});

describe('a pad’s own bytes', () => {
  const sent = (...keys: (keyof typeof framed)[]) =>
    Buffer.concat(keys.map((key) => Buffer.from(framed[key] ?? '', 'hex')));
  it('are its keys, at any split', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<PadKey>('1', '2', 'enter')), fc.nat(20), (keys, cut) => {
        const read = describedKeys(framed);
        const bytes = sent(...keys);
        expect([...read(bytes.subarray(0, cut)), ...read(bytes.subarray(cut))]).toEqual(keys);
      }),
    );
  });
  it('are found behind noise, and noise is never a key', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (noise) => {
        fc.pre(!Buffer.from(noise).includes(0x02));
        expect(describedKeys(framed)(Buffer.concat([noise, sent('2')]))).toEqual(['2']);
        expect(describedKeys(framed)(noise)).toEqual([]);
      }),
    );
  });
  it('with one wrong byte are no key', () => {
    const bytes = sent('1');
    bytes[3] = 0x1f;
    expect(describedKeys(framed)(bytes)).toEqual([]);
  });
  it('may not begin another key’s, and not be the same', () => {
    expect(describedKeypadSchema.safeParse({ '1': '31', '2': '3132' }).success).toBe(false);
    expect(describedKeypadSchema.safeParse({ '1': '0a', '2': '0A' }).success).toBe(false);
    expect(describedKeypadSchema.safeParse({}).success).toBe(false);
  });
});

describe('what presses mean', () => {
  const meaning = (...keys: PadKey[]): (Meant | null)[] => {
    const read = pressReader();
    return keys.map((key, index) => read(key, index * 500));
  };
  it('the biggest key calls the next', () => {
    expect(meaning('enter')).toEqual([{ kind: 'action', action: 'next' }]);
  });
  it('digits before it call that number', () => {
    expect(meaning('1', '2', 'enter').at(-1)).toEqual({ kind: 'call-number', digits: '12' });
    expect(meaning('1', '2')).toEqual([
      { kind: 'typing', text: '1' },
      { kind: 'typing', text: '12' },
    ]);
  });
  it('of more digits than a number has the last are meant', () => {
    expect(meaning('9', '0', '0', '1', '2', 'enter').at(-1)).toEqual({ kind: 'call-number', digits: '0012' });
  });
  it('absent needs two keys', () => {
    expect(meaning('minus', 'enter')).toEqual([{ kind: 'confirm' }, { kind: 'action', action: 'absent' }]);
    expect(meaning('minus', 'plus')).toEqual([{ kind: 'confirm' }, { kind: 'action', action: 'recall' }]);
    expect(meaning('minus', 'backspace', 'enter').at(-1)).toEqual({ kind: 'action', action: 'next' });
    expect(meaning('minus', '1', 'enter').at(-1)).toEqual({ kind: 'call-number', digits: '1' });
  });
  it('what is half typed is forgotten after a while', () => {
    const read = pressReader();
    read('7', 0);
    expect(read('enter', 5_001)).toEqual({ kind: 'action', action: 'next' });
    read('minus', 6_000);
    expect(read('enter', 11_001)).toEqual({ kind: 'action', action: 'next' });
  });
  it('keys do what the set-up says, and those it does not name nothing', () => {
    const read = pressReader({ plus: 'next', enter: 'absent' });
    expect(read('plus', 0)).toEqual({ kind: 'action', action: 'next' });
    expect(read('dot', 1)).toBeNull();
    expect(read('enter', 2)).toEqual({ kind: 'confirm' });
    expect(read('plus', 3)).toEqual({ kind: 'action', action: 'absent' });
  });
});

describe('a pad', () => {
  let simulator: KeypadSimulator | null = null;
  let pad: Keypad | null = null;
  afterEach(async () => {
    await pad?.close();
    await simulator?.close();
  });
  const open = async (keys: DescribedKeypad | null) => {
    const { context, clock } = driverBench();
    const made = await startKeypadSimulator(keys);
    simulator = made;
    const pressed: PadKey[] = [];
    const opened = openKeypad(
      { driver: keys === null ? 'hid' : 'described', ...(keys === null ? {} : { keys }) },
      openTransport(made.address, context),
      context,
      { pressed: (key) => pressed.push(key), changed: () => {} },
    );
    pad = opened;
    await soon(() => expect(opened.status().reason).not.toBe('unreachable'));
    return { pressed, clock, opened, made };
  };
  it('is heard, and lit for a press that was taken', async () => {
    const { pressed, opened, made, clock } = await open(null);
    await soon(() => expect(opened.status()).toMatchObject({ grade: 'good', reason: 'plugged-in' }));
    made.press('7');
    made.press('enter');
    await soon(() => expect(pressed).toEqual(['7', 'enter']));
    expect(opened.status()).toMatchObject({ grade: 'good', reason: 'answered' });
    opened.light(1);
    await soon(() => expect(made.isLit()).toBe(true));
    clock.pass(150);
    await soon(() => expect(made.isLit()).toBe(false));
  });
  it('on a serial line is not called good before it has spoken', async () => {
    const { pressed, opened, made } = await open(framed);
    await soon(() => expect(opened.status()).toMatchObject({ grade: 'unknown', reason: 'not-heard-yet' }));
    await soon(() => expect(made.press('2')).toBe(true));
    await soon(() => expect(pressed).toEqual(['2']));
    expect(opened.status().grade).toBe('good');
  });
  it('of which nothing makes sense is another device', async () => {
    const { pressed, opened, made, clock } = await open(framed);
    const other = { ...framed, '1': 'aa'.repeat(16) };
    await made.close();
    simulator = await startKeypadSimulator(other, Number(new URL(made.address).port));
    await soon(() => {
      clock.pass(500);
      for (let times = 0; times < 20; times += 1) (simulator as KeypadSimulator).press('1');
      expect(opened.status()).toMatchObject({ grade: 'bad', reason: 'wrong-device' });
    });
    expect(pressed).toEqual([]);
  });
  it('that is pulled out is absent, and is heard again when it is back', async () => {
    const { pressed, opened, made, clock } = await open(null);
    await soon(() => expect(opened.status().grade).toBe('good'));
    made.unplug();
    await soon(() => expect(opened.status()).toMatchObject({ grade: 'absent', reason: 'connection-lost' }));
    await soon(() => {
      clock.pass(500);
      expect(opened.status().grade).toBe('good');
    });
    made.press('0');
    await soon(() => expect(pressed).toEqual(['0']));
  });
});
