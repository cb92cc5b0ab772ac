// What the set-up's schema cannot know of devices: whether there is a transport for an address and a protocol for a board.
import { boardCodec } from '../../hardware/led/boards.ts';
import { speakerAddressFault } from '../../hardware/speaker/speaker-address.ts';
import { addressFault } from '../../hardware/transport/transports.ts';
import type { DevicesSetup } from '../../protocol/device-setup.ts';
import type { SetupFault } from '../../protocol/setup-consistency.ts';

export function deviceFaults({ printers, boards, keypads, scanners, speakers }: DevicesSetup): SetupFault[] {
  const lists = { printers, boards, keypads, scanners };
  const unreachable = Object.entries(lists).flatMap(([list, devices]) =>
    devices.flatMap(({ address }, index) => {
      const message = address === 'simulator' ? null : addressFault(address);
      return message === null ? [] : [{ path: `devices.${list}.${index}.address`, message }];
    }),
  );
  const unspoken = boards.flatMap(({ protocol, frame }, index) => {
    try {
      boardCodec(protocol, frame ?? null);
      return [];
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return [{ path: `devices.boards.${index}.protocol`, message: error.message }];
    }
  });
  const unheard = speakers.flatMap(({ address }, index) => {
    const message = address === 'simulator' ? null : speakerAddressFault(address);
    return message === null ? [] : [{ path: `devices.speakers.${index}.address`, message }];
  });
  return [...unreachable, ...unspoken, ...unheard];
}
