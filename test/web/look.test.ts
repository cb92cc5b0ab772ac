// The centre's own look over the wire: colours as a style sheet that follows each edit, a heartbeat by which pages know of it,
// and edits that are refused because one could not read what is written on a colour, or because there is no such logo.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contrast, defaultLook, type LookSetup } from '../../protocol/look-setup.ts';
import { lookSheet, lookStamp } from '../../server/web/look-sheet.ts';
import { realFile } from '../notices/sample-files.ts';
import { soon } from '../support/driver-bench.ts';
import { type RunningCentre, startCentre } from '../support/running-centre.ts';
import { type Answered, asker, editSetup, liveScreen, signedIn } from './asking.ts';

const look = (change: Partial<Record<keyof LookSetup, string>>): LookSetup =>
  ({ ...defaultLook, ...change }) as LookSetup;
const variables = (sheet: string) =>
  Object.fromEntries(
    [...sheet.matchAll(/^ {2}--([a-z-]+): (#[0-9a-f]{6});$/gm)].map(([, name, value]) => [name, value]),
  );

describe('the style sheet', () => {
  const colour = fc
    .integer({ min: 0, max: 0xff_ff_ff })
    .map((value) => `#${value.toString(16).padStart(6, '0')}`);
  it('is empty for the usual look', () => {
    expect(lookSheet(defaultLook)).toBe('');
  });
  it('sets each colour and what follows from it, and leaves the others alone', () => {
    expect(variables(lookSheet(look({ brand: '#0b3d91' })))).toEqual({
      ...{ brand: '#0b3d91', 'brand-deep': '#082b66', 'brand-tint': '#e2e8f2' },
    });
    expect(Object.keys(variables(lookSheet(look({ night: '#101820' }))))).toEqual([
      ...['night', 'night-raised', 'night-line'],
    ]);
    expect(Object.keys(variables(lookSheet(look({ accent: '#ffc800' }))))).toEqual(['gold', 'gold-tint']);
  });
  it('says nothing of a logo', () => {
    expect(lookSheet(look({ logo: 'abc' }))).toBe('');
  });
  it('is a rule of colours and nothing else, whatever is chosen', () => {
    const colours = fc.record({
      brand: fc.option(colour),
      night: fc.option(colour),
      accent: fc.option(colour),
    });
    fc.assert(
      fc.property(colours, (chosen) => {
        const sheet = lookSheet({ ...defaultLook, ...chosen });
        const lines = sheet.split('\n').slice(1, -2);
        expect(sheet === '' || /^html:root \{\n(?: {2}--[a-z-]+: #[0-9a-f]{6};\n)+\}\n$/.test(sheet)).toBe(
          true,
        );
        expect(lines).toHaveLength(Object.keys(variables(sheet)).length);
      }),
    );
  });
  it('has a deeper brand that is read no worse, and a tint that is lighter', () => {
    fc.assert(
      fc.property(colour, (brand) => {
        const set = variables(lookSheet(look({ brand })));
        expect(contrast(set['brand-deep']!, '#ffffff')).toBeGreaterThanOrEqual(
          contrast(brand, '#ffffff') - 0.01,
        );
        expect(contrast(set['brand-tint']!, '#ffffff')).toBeLessThanOrEqual(1.4);
      }),
    );
  });
});

describe('the stamp', () => {
  it('is another for each change, the logo too, and the same for the same look', () => {
    const looks = [
      ...[defaultLook, look({ brand: '#0b3d91' }), look({ night: '#0b3d91' }), look({ accent: '#0b3d91' })],
      look({ logo: 'abc' }),
    ];
    expect(new Set(looks.map(lookStamp)).size).toBe(looks.length);
    expect(looks.map((each) => lookStamp({ ...each }))).toEqual(looks.map(lookStamp));
  });
});

describe('a running centre', () => {
  let centre: RunningCentre;
  beforeAll(async () => {
    centre = await startCentre();
  });
  afterAll(() => centre.stop());
  const edit = async (change: Record<string, unknown>): Promise<Answered> =>
    editSetup(await signedIn(centre.url, 'quantri'), (setup) => ({
      ...setup,
      centre: { ...setup.centre, look: { ...setup.centre.look, ...change } },
    }));
  const sheet = () => asker(centre.url).ask('GET', '/look.css');
  const refused = async (change: Record<string, unknown>) => {
    const { status, code, body } = await edit(change);
    return [status, code, body.errors?.map(({ path }) => path)];
  };

  it('gives the sheet to anybody, as a style sheet that is asked for each time', async () => {
    const { status, headers, bytes } = await sheet();
    expect([status, bytes.length]).toEqual([200, 0]);
    expect(headers.get('content-type')).toContain('text/css');
    expect(headers.get('cache-control')).toBe('no-cache');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
  it('has the new colours at once, and screens hear that they must load anew', async () => {
    const { versions } = await liveScreen(centre.url);
    await soon(() => expect(versions.length).toBeGreaterThan(1));
    const before = versions.at(-1);
    expect(new Set(versions).size).toBe(1);
    expect((await edit({ brand: '#0b3d91', night: '#101820', accent: '#ffc800' })).status).toBe(200);
    expect(variables((await sheet()).bytes.toString())).toMatchObject({ brand: '#0b3d91', gold: '#ffc800' });
    await soon(() => expect(versions.at(-1)).not.toBe(before));
    const after = versions.at(-1);
    expect(after?.split('~')[0]).toBe(before?.split('~')[0]);
    const technician = await signedIn(centre.url, 'quantri');
    await editSetup(technician, (setup) => ({ ...setup, centre: { ...setup.centre, address: 'Số 1' } }));
    const heard = versions.length;
    await soon(() => expect(versions.length).toBeGreaterThan(heard + 1));
    expect(versions.at(-1)).toBe(after);
    expect((await edit({ brand: null, night: null, accent: null })).status).toBe(200);
    await soon(() => expect(versions.at(-1)).toBe(before));
    expect((await sheet()).bytes).toHaveLength(0);
  });
  it.each([
    [{ brand: '#ffcc00' }, ['centre.look.brand']],
    [{ night: '#9aa7b5' }, ['centre.look.night']],
    [{ accent: '#0b3d91' }, ['centre.look.accent']],
    [{ brand: '#eeeeee', night: '#eeeeee' }, ['centre.look.brand', 'centre.look.night']],
    [{ brand: 'red' }, ['centre.look.brand']],
    [{ brand: '#fff;}*{display:none}' }, ['centre.look.brand']],
    [{ logo: 'nothing' }, ['centre.look.logo']],
  ])('refuses %o, names the field, and stays as it was', async (change, paths) => {
    const before = (await sheet()).bytes.toString();
    expect(await refused(change)).toEqual([422, 'invalid-setup', paths]);
    expect((await sheet()).bytes.toString()).toBe(before);
  });
  it('takes a logo that is kept here, but no video, and boards are told where it is', async () => {
    const technician = await signedIn(centre.url, 'quantri');
    const upload = async (name: string, type: string) => {
      const { body } = await technician.ask('POST', `/api/v1/files?name=${name}`, realFile(name), {
        'content-type': type,
      });
      return String(body.id);
    };
    const [logo, film] = [await upload('picture.png', 'image/png'), await upload('video.mp4', 'video/mp4')];
    expect(await refused({ logo: film })).toEqual([422, 'invalid-setup', ['centre.look.logo']]);
    expect((await edit({ logo })).status).toBe(200);
    const { subscribe, shown } = await liveScreen(centre.url);
    for (const view of ['hall', 'status']) await subscribe({ view });
    await soon(() => expect(shown).toHaveLength(2));
    for (const { body } of shown) expect(body).toMatchObject({ centre: { logoUrl: `/files/${logo}` } });
    expect((await asker(centre.url).ask('GET', `/files/${logo}`)).bytes.equals(realFile('picture.png'))).toBe(
      true,
    );
  });
});
