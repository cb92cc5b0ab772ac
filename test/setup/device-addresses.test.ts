// Where a device may be: every address that the set-up accepts can be opened, and what cannot is refused before it is kept.
import { describe, expect, it } from 'vitest';
import { addressFault, openTransport } from '../../hardware/transport/transports.ts';
import { printerSchema } from '../../protocol/device-setup.ts';
import { driverBench } from '../support/driver-bench.ts';

const accepted = (address: string) =>
  printerSchema.safeParse({ id: 'p', name: 'p', driver: 'escpos', address, widthDots: 576 }).success &&
  (address === 'simulator' || addressFault(address) === null);

describe('the address of a device', () => {
  it.each([
    'tcp://192.0.2.7:9100',
    'tcp://printer.centre.test:9100',
    'serial:/dev/ttyUSB0',
    'serial:/dev/ttyUSB0?baud=19200&parity=even&stop=2&flow=xonxoff&data=7',
    'file:/dev/usb/lp0',
    'usb:04b8:0e15?serial=X1',
    'usb:04b8:0e15?port=1-1.2',
    'hid:04d9:1203?port=1-1',
    'hid:04d9:1203',
  ])('%s is accepted, and understood', async (address) => {
    expect(accepted(address)).toBe(true);
    const transport = openTransport(address, driverBench().context);
    await transport.close();
  });
  it.each([
    '',
    'printer',
    'tcp://192.0.2.7',
    'tcp://192.0.2.7:99999',
    'hid:pad',
    'usb:04b8',
    'file:',
    'http://192.0.2.7:9100',
    'serial:/dev/ttyUSB0?baud=1234',
    'serial:/dev/ttyUSB0?speed=9600',
    'file:/dev/usb/lp 0',
  ])('%s is refused', (address) => {
    expect(accepted(address)).toBe(false);
  });
  it('may be the simulated one', () => {
    expect(accepted('simulator')).toBe(true);
  });
});
