// Checks at the end of a board's frame. Pure; each over the bytes it is given.
// Source: MODBUS over Serial Line V1.02 (CRC, LRC), CRC catalogue of Greg Cook (CCITT-FALSE, XMODEM).

/** CRC-16 as shift register; `reflected` works from the lowest bit, as Modbus does. */
function crc16(bytes: Iterable<number>, polynomial: number, start: number, reflected: boolean): number {
  let crc = start;
  for (const byte of bytes) {
    crc ^= reflected ? byte : byte << 8;
    for (let bit = 0; bit < 8; bit += 1) {
      if (reflected) crc = (crc & 1) !== 0 ? (crc >> 1) ^ polynomial : crc >> 1;
      else crc = (crc & 0x8000) !== 0 ? ((crc << 1) ^ polynomial) & 0xffff : (crc << 1) & 0xffff;
    }
  }
  return crc;
}

const sum = (bytes: Iterable<number>) => [...bytes].reduce((total, byte) => total + byte, 0);

/** The number and how many bytes it takes, the highest byte first where it is more than one. */
export const checksums = {
  sum8: { size: 1, of: (bytes: Iterable<number>) => sum(bytes) & 0xff },
  xor8: { size: 1, of: (bytes: Iterable<number>) => [...bytes].reduce((check, byte) => check ^ byte, 0) },
  /** The two's complement of the sum: with it the sum is 0. */
  lrc8: { size: 1, of: (bytes: Iterable<number>) => -sum(bytes) & 0xff },
  'crc16-modbus': { size: 2, of: (bytes: Iterable<number>) => crc16(bytes, 0xa001, 0xffff, true) },
  'crc16-ccitt': { size: 2, of: (bytes: Iterable<number>) => crc16(bytes, 0x1021, 0xffff, false) },
  'crc16-xmodem': { size: 2, of: (bytes: Iterable<number>) => crc16(bytes, 0x1021, 0, false) },
} as const;
