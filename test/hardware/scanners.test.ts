// Scanners: lines and reports read into texts at any split, and the scanner as a device on a real socket.
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { hidKeyboardReader } from '../../hardware/scanner/hid-keyboard.ts';
import { hidPosReader } from '../../hardware/scanner/hid-pos.ts';
import { lineReader } from '../../hardware/scanner/line-framing.ts';
import { openScanner, type Scanner, type ScannerDriver } from '../../hardware/scanner/scanner.ts';
import { type ScannerSimulator, startScannerSimulator } from '../../hardware/simulator/scanner-simulator.ts';
import { openTransport } from '../../hardware/transport/transports.ts';
import { ticketOfScan } from '../../protocol/scanned-ticket.ts';
import { driverBench, soon } from '../support/driver-bench.ts';

const link = 'http://192.168.1.10:8080/t/9f8e7d6c5b4a39281706f5e4';
/** A citizen's card as its code says it; an invented person. */
const card = '096195000001|381000001|Nguyễn Thị Mẫu|01011995|Nữ|Ấp Mẫu, Xã Mẫu, Sóc Trăng|01012022';

describe('lines of text', () => {
  it('end with a carriage return, whatever is left of a line feed is none', () => {
    expect(lineReader()(Buffer.from(`${link}\r\nA012\r`))).toEqual([link, 'A012']);
  });
  it('are the same at any split', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), (one, two) => {
        const bytes = Buffer.from(`\x02${card}\x03\x02A012\x03`);
        const [from, to] = one < two ? [one, two] : [two, one];
        const read = lineReader({ start: '02', end: '03' });
        const texts = [bytes.subarray(0, from), bytes.subarray(from, to), bytes.subarray(to)].flatMap(read);
        expect(texts).toEqual([card, 'A012']);
      }),
    );
  });
  it('without their beginning, too long, or no UTF-8 are left out whole', () => {
    const read = lineReader({ start: '02', end: '03' });
    expect(read(Buffer.from('A012\x03'))).toEqual([]);
    expect(read(Buffer.from(`\x02${'9'.repeat(5_000)}\x03\x02A013\x03`))).toEqual([
      '9'.repeat(5_000),
      'A013',
    ]);
    expect(read(Buffer.from([0x02, 0xff, 0xfe, 0x03]))).toEqual([]);
    const endless = lineReader();
    for (let times = 0; times < 10; times += 1) expect(endless(Buffer.alloc(1_000, 0x39))).toEqual([]);
    expect(endless(Buffer.from('\rA014\r'))).toEqual(['A014']);
  });
});

describe('reports of a point-of-sale scanner', () => {
  const part = (text: Uint8Array, more: boolean) => {
    const report = new Uint8Array(64);
    report.set([0x02, text.length, 0x5d, 0x51, 0x30]);
    report.set(text, 5);
    report[63] = more ? 1 : 0;
    return report;
  };
  it('are joined until one is the last, and are read as UTF-8 only then', () => {
    const bytes = Buffer.from(card);
    const read = hidPosReader(true);
    expect(read(part(bytes.subarray(0, 56), true))).toEqual([]);
    expect(read(part(bytes.subarray(56), false))).toEqual([card]);
  });
  it('of another kind end what was begun', () => {
    const read = hidPosReader(true);
    expect(read(part(Buffer.from('A0'), true))).toEqual([]);
    expect(read(new Uint8Array(64))).toEqual([]);
    expect(read(part(Buffer.from('12'), false))).toEqual(['12']);
  });
  it('that never end are thrown away', () => {
    const read = hidPosReader(true);
    const endless = Array.from({ length: 300 }, () => read(part(Buffer.alloc(56, 0x39), true)));
    expect(endless.flat()).toEqual([]);
  });
});

it('a scanner that types is read by its keys, not by the system’s keyboard', () => {
  const shift = (code: number) => Uint8Array.of(0x02, 0, code, 0, 0, 0, 0, 0);
  const plain = (code: number) => Uint8Array.of(0, 0, code, 0, 0, 0, 0, 0);
  const read = hidKeyboardReader(true);
  const presses = [shift(0x04), plain(0x27), plain(0x1e), plain(0x1f), plain(0x28)];
  expect(presses.flatMap((press) => [...read(press), ...read(plain(0))])).toEqual(['A012']);
});

describe('a scanner', () => {
  let simulator: ScannerSimulator | null = null;
  let scanner: Scanner | null = null;
  afterEach(async () => {
    await scanner?.close();
    await simulator?.close();
  });
  it.each<[ScannerDriver, string]>([
    ['serial', card],
    ['hid-pos', card],
    ['hid-keyboard', link],
  ])('%s says each code once, though it is held before it for a while', async (driver, text) => {
    const { context, clock } = driverBench();
    const made = await startScannerSimulator(driver);
    simulator = made;
    const scanned: string[] = [];
    scanner = openScanner({ driver }, openTransport(made.address, context), context, {
      scanned: (each) => scanned.push(each),
      changed: () => {},
    });
    await soon(() => expect(made.scan(text)).toBe(true));
    made.scan(text);
    made.scan('A012');
    await soon(() => expect(scanned).toEqual([text, 'A012']));
    expect(scanner.status()).toMatchObject({ grade: 'good', reason: 'answered' });
    clock.pass(2_000);
    made.scan('A012');
    await soon(() => expect(scanned).toEqual([text, 'A012', 'A012']));
  });
});

describe('a scanned code', () => {
  it('is a ticket’s by its link or its number, and nothing else', () => {
    expect(ticketOfScan(link)).toEqual({ ticketId: '9f8e7d6c5b4a39281706f5e4' });
    expect(ticketOfScan(' a012\r')).toEqual({ number: 'A012' });
    expect(ticketOfScan('1001')).toEqual({ number: '1001' });
    for (const other of [card, 'https://example.test/', `${link}/more`, '', 'ABC123', '/t/../etc'])
      expect(ticketOfScan(other)).toBeNull();
  });
});
