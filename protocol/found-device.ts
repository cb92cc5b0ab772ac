// What a machine finds plugged in, or listening in a range of the network that was asked for: an address for the set-up and
// what tells the device from its like.
import { z } from 'zod';
import { describedFrameSchema } from './described-frame.ts';
import { deviceIdSchema } from './ids.ts';

export const foundDeviceSchema = z.object({
  kind: z.enum(['serial', 'usb-printer', 'keyboard', 'scanner', 'display', 'network-printer']),
  /** As it is written into the set-up. */
  address: z.string(),
  /** Stays the same when the device is plugged in again: its serial number, or its place. */
  identity: z.string(),
  description: z.string(),
  /** The report of a USB display, as it says itself. */
  frame: describedFrameSchema.optional(),
});
export type FoundDevice = z.infer<typeof foundDeviceSchema>;

const ipv4 = z.ipv4();
/** Addresses from one to another of one network of 256, both included; nothing is ever asked outside them. */
export const networkRangeSchema = z
  .strictObject({ from: ipv4, to: ipv4, port: z.int().min(1).max(65_535).default(9_100) })
  .refine(({ from, to }) => network(from) === network(to) && last(from) <= last(to), {
    message: 'must lie in one network of 256 addresses, the first not after the last',
    path: ['to'],
  });
export type NetworkRange = z.infer<typeof networkRangeSchema>;

export const foundByMachineSchema = z.object({
  /** Null for this server's own. */
  agentId: deviceIdSchema.nullable(),
  found: z.array(foundDeviceSchema),
});
export type FoundByMachine = z.infer<typeof foundByMachineSchema>;

const network = (address: string) => address.slice(0, address.lastIndexOf('.'));
const last = (address: string) => Number(address.slice(address.lastIndexOf('.') + 1));
