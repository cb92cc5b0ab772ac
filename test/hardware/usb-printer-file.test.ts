// A USB printer as the kernel shows it, /dev/usb/lp0, through Debian's umockdev: found by its serial number, asked how it is,
// pulled out. (umockdev makes no node of one name twice; files that come back are tried on pseudo terminals.)
import { afterEach, describe, expect, it } from 'vitest';
import { soon } from '../support/driver-bench.ts';
import { hasUmockdev, type MockedMachine, mockedMachine } from '../support/umockdev.ts';

const program = 'test/support/mocked-program.ts';
/** DLE EOT 1 to 4 in one write; the answers: on-line, cover open, no error, paper there (^P is 10, ^R 12, ^V 16). */
const asked = (answer: string) => `w 0 ^P^D^A^P^D^B^P^D^C^P^D^D\nr 5 ${answer}\n`;

// Without Debian's umockdev there is no USB printer to test with.
describe.skipIf(!hasUmockdev)('a USB printer’s file', () => {
  let machine: MockedMachine | null = null;
  afterEach(() => machine?.close());
  it('is found with its serial number', async () => {
    machine = await mockedMachine();
    await machine.plugPrinter('TM0001', '');
    const { said, ended } = machine.run(program, ['find']);
    await ended;
    expect(JSON.parse(said.join(''))).toEqual([
      { kind: 'usb-printer', address: 'file:/dev/usb/lp0', identity: 'TM0001', description: 'Maker Printer' },
    ]);
  });
  it('is asked and answers, and is missed when it is pulled out', async () => {
    const bed = await mockedMachine();
    machine = bed;
    await bed.plugPrinter('TM0001', asked('^R^V^R^R'));
    const { said } = bed.run(program, ['printer', 'file:/dev/usb/lp0']);
    const heard = () => said.map((line) => JSON.parse(line) as Record<string, unknown>);
    await soon(() => expect(heard()).toContainEqual({ grade: 'bad', reason: 'cover-open' }));
    await bed.unplugPrinter();
    await soon(() => expect(heard().at(-1)).toMatchObject({ grade: 'absent', reason: 'not-plugged-in' }));
  });
});
