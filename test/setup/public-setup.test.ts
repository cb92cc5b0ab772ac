// What a technician's browser is shown of the set-up holds no secret, and what it sends back loses none.
import { describe, expect, it } from 'vitest';
import { type Setup, setupSchema } from '../../protocol/setup-schema.ts';
import { hashPassword, verifyPassword } from '../../server/setup/passwords.ts';
import { withKeptSecrets, withoutSecrets } from '../../server/setup/public-setup.ts';
import { openSetupStore } from '../../server/setup/setup-store.ts';
import { centreFile, sample } from './setup-folder.ts';

const token = 'ab'.repeat(32);

async function withSecrets(): Promise<Setup> {
  const setup = sample();
  setup.staff[0]!.password = await hashPassword('first secret');
  setup.staff[1]!.password = null;
  setup.devices.screens.push({
    ...{ id: 'kiosk-1' as never, kind: 'kiosk', name: 'Kiosk', tokenHash: token },
    ...{ counterId: null, zoneId: null, sound: true, arrows: {} },
  });
  return setup;
}
/** The document as a browser has it: through JSON. */
const shown = (setup: Setup) => JSON.parse(JSON.stringify(withoutSecrets(setup))) as Setup;

describe('the shown document', () => {
  it('holds no hash, no token and no word of which accounts have the known password', async () => {
    const text = JSON.stringify(withoutSecrets(await withSecrets()));
    expect(text).not.toContain('scrypt');
    expect(text).not.toContain(token);
    expect(text).not.toContain('"demo"');
  });

  it('still shows who may not sign in', async () => {
    const { staff } = shown(await withSecrets());
    expect(staff.map((each) => each.password).slice(0, 3)).toEqual(['kept', null, 'kept']);
  });

  it('leaves the document in force as it is', async () => {
    const setup = await withSecrets();
    const before = structuredClone(setup);
    withoutSecrets(setup);
    expect(setup).toEqual(before);
  });
});

describe('the edit that comes back', () => {
  it('unchanged is the document in force', async () => {
    const setup = await withSecrets();
    expect(await withKeptSecrets(shown(setup), setup)).toEqual(setup);
  });

  it('keeps secrets by name, whatever the order', async () => {
    const setup = await withSecrets();
    const edit = shown(setup);
    edit.staff.reverse();
    const kept = (await withKeptSecrets(edit, setup)) as Setup;
    expect(kept.staff).toEqual(setup.staff.toReversed());
  });

  it('hashes a new password', async () => {
    const setup = await withSecrets();
    const edit = shown(setup);
    edit.staff[3]!.password = 'new:mật khẩu mới' as never;
    const kept = setupSchema.parse(await withKeptSecrets(edit, setup));
    expect(await verifyPassword('mật khẩu mới', kept.staff[3]!.password, false)).toBe(true);
  });

  it('takes a new password of eight characters', async () => {
    const setup = await withSecrets();
    const edit = shown(setup);
    edit.staff[3]!.password = 'new:8 charac' as never;
    expect(setupSchema.safeParse(await withKeptSecrets(edit, setup)).success).toBe(true);
  });

  it('closes an account whose password is taken away', async () => {
    const setup = await withSecrets();
    const edit = shown(setup);
    edit.staff[0]!.password = null;
    expect(((await withKeptSecrets(edit, setup)) as Setup).staff[0]?.password).toBeNull();
  });

  it.each<[string, string, (edit: Setup) => void]>([
    [
      'a password of fewer than eight characters',
      'staff.3.password',
      (e) => (e.staff[3]!.password = 'new:7 chars' as never),
    ],
    [
      '"kept" for an account of another name',
      'staff.3.password',
      (e) => (e.staff[3]!.username = 'other' as never),
    ],
    [
      '"kept" for a screen of another name',
      'devices.screens.0.tokenHash',
      (e) => (e.devices.screens[0]!.id = 'other' as never),
    ],
  ])('is refused at its field for %s', async (_, path, change) => {
    const setup = await withSecrets();
    const edit = shown(setup);
    change(edit);
    const store = openSetupStore(centreFile());
    const refused = store.check(await withKeptSecrets(edit, setup));
    expect(refused).toMatchObject({ ok: false, code: 'invalid-setup', errors: [{ path }] });
    expect(refused.ok ? '' : refused.errors[0]?.message).toMatch(/^must be "kept"/);
  });

  it.each([
    null,
    7,
    'text',
    [[]],
    {},
    { staff: 'x', devices: null },
    { staff: [null, 7, {}], devices: { screens: [null] } },
  ])('that is nonsense (%j) is left to the schema', async (nonsense) => {
    const kept = await withKeptSecrets(nonsense, sample());
    expect(setupSchema.safeParse(kept).success).toBe(false);
  });
});
