// The address in a ticket's code: what the server listens on, or a network's address where it listens on all.
import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { httpUrl, reachableHost } from '../../server/web/own-address.ts';

const address = (family: 'IPv4' | 'IPv6', text: string, internal = false) =>
  ({ family, address: text, internal }) as NetworkInterfaceInfo;
const machine = {
  lo: [address('IPv4', '127.0.0.1', true), address('IPv6', '::1', true)],
  eth0: [address('IPv6', 'fd00::7'), address('IPv4', '192.0.2.7')],
};

describe('own address', () => {
  it.each([
    ['127.0.0.1', '127.0.0.1'],
    ['kiosk.centre.test', 'kiosk.centre.test'],
    ['0.0.0.0', '192.0.2.7'],
    ['::', '192.0.2.7'],
  ])('listening on %s it is reached at %s', (listensOn, reached) => {
    expect(reachableHost(listensOn, machine)).toBe(reached);
  });
  it('without a network it is this machine; with IPv6 alone it is that', () => {
    expect(reachableHost('0.0.0.0', { lo: machine.lo })).toBe('127.0.0.1');
    expect(reachableHost('::', { eth0: [address('IPv6', 'fd00::7')] })).toBe('fd00::7');
  });
  it('reads as a link', () => {
    expect(httpUrl('192.0.2.7', 8080)).toBe('http://192.0.2.7:8080');
    expect(httpUrl('fd00::7', 80)).toBe('http://[fd00::7]:80');
  });
});
