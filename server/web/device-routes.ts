// Devices: their health, and the pairing of a new screen. The screen shows a code; a technician who stands before it
// types the code; the screen then collects its identity. Codes are few, short-lived and used once.
import { randomBytes, randomInt } from 'node:crypto';
import type { ScreenKind, ScreenSetup } from '../../protocol/device-setup.ts';
import type { DeviceId } from '../../protocol/ids.ts';
import { deviceCookie } from '../../protocol/socket-names.ts';
import { createAttempts } from './attempts.ts';
import { editor } from './command-access.ts';
import type { WebParts } from './doors.ts';
import { secretHash } from './identity.ts';
import { ProblemError } from './problems.ts';
import type { RouteMaker } from './route.ts';

type Pairing = {
  id: string;
  code: string;
  secret: string;
  kind: ScreenKind;
  expiresAt: number;
  screen: ScreenSetup | null;
};

const pairingsOpen = 100;
const pairingMs = 10 * 60_000;
const deviceCookieMs = 10 * 365 * 24 * 3_600_000;

export function deviceRoutes(route: RouteMaker, { clock, demo, devices, setup }: WebParts): void {
  const pairings = new Map<string, Pairing>();
  const wrongCodes = createAttempts({ atMost: 20, spanMs: 60_000, now: () => clock.now() });
  const searches = createAttempts({ atMost: 6, spanMs: 60_000, now: () => clock.now() });
  const current = () => {
    for (const [id, pairing] of pairings) if (pairing.expiresAt <= clock.now()) pairings.delete(id);
    return [...pairings.values()];
  };
  route('devices', () => ({ devices: devices.list() }));
  route('test-device', async ({ params }) => {
    const test = await devices.test(params.deviceId);
    if (test === null) throw new ProblemError('not-found');
    return test;
  });
  route('find-devices', async () => ({ machines: await devices.find() }));
  route('find-in-network', async ({ body, identity }) => {
    const name = identity.staff?.username ?? '';
    const wait = searches.waitSeconds(name);
    if (wait > 0) throw new ProblemError('too-many-requests', { retryAfterSeconds: wait });
    searches.failed(name);
    return { found: await devices.findInNetwork(body) };
  });
  route('frame-bytes', ({ body }) => {
    try {
      return { hex: devices.frameBytes(body) };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new ProblemError('invalid-request', { errors: [{ path: 'frame', message: error.message }] });
    }
  });
  route('renew-roll', ({ params }) => {
    if (!devices.renewRoll(params.deviceId)) throw new ProblemError('not-found');
    return undefined;
  });
  route('simulate-device', ({ params, body }) => {
    if (!demo || !devices.simulate(params.deviceId, body)) throw new ProblemError('not-found');
    return undefined;
  });
  route('own-device', ({ identity }) => {
    const { screen } = identity;
    if (screen === null)
      return { deviceId: 'demo' as DeviceId, kind: null, counterId: null, zoneId: null, demo: true };
    return {
      deviceId: screen.id,
      kind: screen.kind,
      counterId: screen.counterId,
      zoneId: screen.zoneId,
      demo: false,
    };
  });
  route('pair', ({ body }) => {
    const open = current();
    if (open.length >= pairingsOpen) throw new ProblemError('too-many-requests', { retryAfterSeconds: 60 });
    let code = '';
    do code = String(randomInt(1_000_000)).padStart(6, '0');
    while (open.some((pairing) => pairing.code === code));
    const pairing = {
      id: randomBytes(9).toString('hex'),
      code,
      secret: randomBytes(24).toString('hex'),
      kind: body.kind,
      expiresAt: clock.now() + pairingMs,
      screen: null,
    };
    pairings.set(pairing.id, pairing);
    return { pairingId: pairing.id, code, secret: pairing.secret, expiresAt: pairing.expiresAt };
  });
  route('pair-approve', ({ body, identity }) => {
    const name = identity.staff?.username ?? '';
    const wait = wrongCodes.waitSeconds(name);
    if (wait > 0) throw new ProblemError('too-many-requests', { retryAfterSeconds: wait });
    const pairing = current().find((each) => each.code === body.code && each.screen === null);
    if (pairing === undefined) {
      wrongCodes.failed(name);
      throw new ProblemError('unknown-pairing-code');
    }
    const { counters, zones } = setup.current();
    if (body.counterId !== undefined && !counters.some((each) => each.id === body.counterId))
      throw new ProblemError('unknown-counter', { params: { counterId: body.counterId } });
    if (body.zoneId !== undefined && !zones.some((each) => each.id === body.zoneId))
      throw new ProblemError('invalid-request', { errors: [{ path: 'zoneId', message: 'no such zone' }] });
    const screen: ScreenSetup = {
      ...{
        id: `${pairing.kind}-${pairing.id.slice(0, 6)}` as DeviceId,
        kind: pairing.kind,
        name: body.name,
        tokenHash: secretHash(pairing.secret),
      },
      ...{ counterId: body.counterId ?? null, zoneId: body.zoneId ?? null, sound: true, arrows: {} },
    };
    const kept = setup.addScreen(screen, editor(identity));
    if (!kept.ok) throw new ProblemError(kept.code, { errors: kept.errors });
    pairing.screen = screen;
    return { deviceId: screen.id, kind: screen.kind };
  });
  route('pair-claim', ({ params, body, response }) => {
    const pairing = current().find((each) => each.id === params.pairingId && each.secret === body.secret);
    if (pairing === undefined) throw new ProblemError('unknown-pairing-code');
    if (pairing.screen === null) throw new ProblemError('pairing-not-approved');
    const { id: deviceId, kind, counterId, zoneId } = pairing.screen;
    pairings.delete(pairing.id);
    response.cookie(deviceCookie, `${deviceId}~${pairing.secret}`, {
      httpOnly: true,
      sameSite: 'strict',
      path: '/',
      maxAge: deviceCookieMs,
    });
    return { deviceId, kind, counterId, zoneId };
  });
}
