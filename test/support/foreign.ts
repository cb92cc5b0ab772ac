// Other people's programs as partners: Debian's mbpoll (a Modbus master), pymodbus (a Modbus slave) and zbarimg (a reader of
// codes). `npm test` installs them when it may; without them their tests are skipped.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { soon } from './driver-bench.ts';

export const hasMbpoll = existsSync('/usr/bin/mbpoll');
export const hasZbar = existsSync('/usr/bin/zbarimg');
export const hasPymodbus =
  existsSync('/usr/bin/python3') &&
  spawnSync('/usr/bin/python3', ['-c', 'import pymodbus.server']).status === 0;

export function run(program: string, args: readonly string[]): Promise<string> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (bytes) => {
    said += bytes;
  });
  child.stderr.on('data', (bytes) => {
    said += bytes;
  });
  return new Promise((resolve) => child.once('close', () => resolve(said)));
}

const slave = `
import sys
from pymodbus.datastore import ModbusSequentialDataBlock, ModbusServerContext, ModbusSlaveContext
from pymodbus.framer.rtu_framer import ModbusRtuFramer
from pymodbus.framer.socket_framer import ModbusSocketFramer
from pymodbus.server import StartTcpServer
block = lambda: ModbusSequentialDataBlock(0, [32] * 32)
slaves = {unit: ModbusSlaveContext(hr=block(), zero_mode=True) for unit in range(1, 5)}
framer = ModbusRtuFramer if sys.argv[2] == 'rtu' else ModbusSocketFramer
StartTcpServer(context=ModbusServerContext(slaves=slaves, single=False), framer=framer, address=('127.0.0.1', int(sys.argv[1])))
`;

/** A slave of units 1 to 4 on a port of loopback, with RTU or TCP frames. */
export async function pymodbusSlave(port: number, frames: 'rtu' | 'tcp'): Promise<ChildProcess> {
  const child = spawn('/usr/bin/python3', ['-c', slave, String(port), frames], { stdio: 'ignore' });
  await soon(
    () =>
      new Promise<void>((resolve, reject) => {
        const socket = connect(port, '127.0.0.1', () => {
          socket.destroy();
          resolve();
        });
        socket.once('error', reject);
      }),
  );
  return child;
}
