// LED signs in the lobby: each fresh call of their zone breaks in once and in order and stands long enough to be read, then
// the announcements run one after another on signs that carry letters; by the clock alone, with nothing happening.
import { describe, expect, it } from 'vitest';
import type { BoardContent } from '../../hardware/led/number-board.ts';
import type { BoardSetup } from '../../protocol/device-setup.ts';
import { boardSchema } from '../../protocol/device-setup.ts';
import type { AnnouncementId } from '../../protocol/ids.ts';
import type { Announcement } from '../../protocol/notices.ts';
import type { Floor } from '../../server/application/floor-port.ts';
import { type AnnouncementLog, memoryLog } from '../../server/devices/announcement-log.ts';
import type { Hosts } from '../../server/devices/hosts.ts';
import { announcementNow, carriesText, lobbySigns, signText } from '../../server/devices/lobby-signs.ts';
import { sample } from '../setup/setup-folder.ts';
import { morning } from '../support/memory-floor.ts';
import { ScriptedHost } from '../support/scripted-host.ts';
import { speakingHall } from './speaking-hall.ts';

const turnMs = 15_000;
const announcement = (text: string, change: Partial<Announcement> = {}): Announcement => ({
  ...{ id: text as AnnouncementId, text: { vi: text }, zoneId: null, from: null, to: null },
  ...{ writtenAt: 1, writtenBy: 'x' },
  ...change,
});
const board = (id: string, change: Record<string, unknown> = {}): BoardSetup =>
  boardSchema.parse({
    id,
    name: id,
    address: 'simulator',
    protocol: 'alpha',
    unitId: 1,
    digits: 16,
    ...change,
  });

function lobby(
  boards: readonly BoardSetup[] = [board('sign')],
  announcements: readonly Announcement[] = [],
  options: Parameters<typeof speakingHall>[0] & { announced?: AnnouncementLog } = {},
) {
  const announced = options.announced ?? memoryLog();
  const failures: string[] = [];
  const hall = speakingHall({ speakers: [], announcements: [...announcements], ...options });
  const host = new ScriptedHost();
  const shown: { readonly id: string; readonly content: BoardContent; readonly at: number }[] = [];
  const show = (id: string, content: BoardContent) => {
    const before = host.shown.get(id);
    host.shown.set(id, content);
    if (JSON.stringify(before) === JSON.stringify(content)) return;
    shown.push({ id, content, at: hall.clock.now() - morning });
  };
  let floor: Floor = hall.floor;
  const signs = lobbySigns({
    ...{ boards: () => boards, clock: hall.clock, floor: () => floor, announced },
    failed: (error) => void failures.push(String(error)),
    hosts: { of: () => ({ ...host, show }) } as unknown as Hosts,
  });
  hall.floor.onChange(() => signs.show());
  signs.show();
  const word = (content: BoardContent) => ('text' in content ? content.text : content.state);
  return {
    ...hall,
    ...{ signs, announced, failures },
    /** Another journal in place of this one. */
    exchange(other: Floor) {
      floor = other;
      signs.show();
    },
    on: (id = 'sign') => host.shown.get(id),
    /** What has stood on a sign, one after another. */
    words: (id = 'sign') => shown.filter((each) => each.id === id).map(({ content }) => word(content)),
    times: (id = 'sign') => shown.filter((each) => each.id === id).map(({ at }) => at),
  };
}

describe('a call', () => {
  it('breaks in at once, blinks as a new number does, stands four seconds, and is not shown again', async () => {
    const { call, on, words, times, pass } = lobby();
    const number = call('05');
    expect(on()).toEqual({ state: 'number', text: `${number} -> 5`, call: 1 });
    await pass(60_000);
    expect(words()).toEqual(['blank', `${number} -> 5`, 'blank']);
    expect(times()).toEqual([0, 0, 4_000]);
  });
  it('of eight at once each is shown in order, once, the first ones shorter', async () => {
    const { call, words, times, pass } = lobby();
    const counters = ['01', '02', '03', '04', '13', '16', '20', '22'];
    const numbers = counters.map((counter) => `${call(counter)} -> ${Number(counter)}`);
    await pass(60_000);
    expect(words()).toEqual(['blank', ...numbers, 'blank']);
    const lengths = times().map((at, index, all) => (all[index + 1] ?? Number.NaN) - at);
    expect(Math.min(...lengths.slice(1, -1))).toBeGreaterThanOrEqual(2_000);
    expect(lengths.slice(-4, -1)).toEqual([4_000, 4_000, 4_000]);
  });
  it('again is a call of its own: the sign blinks anew', async () => {
    const { call, at, on, pass } = lobby();
    const number = call('05');
    await pass(10_000);
    at('05', 'recall-ticket');
    expect(on()).toEqual({ state: 'number', text: `${number} -> 5`, call: 2 });
  });
  it('is on signs of its zone and of the whole centre', () => {
    const { call, words } = lobby([
      board('a', { zoneId: 'khu-a' }),
      board('b', { zoneId: 'khu-b' }),
      board('all'),
    ]);
    const number = call('13');
    expect([words('a'), words('b'), words('all')]).toEqual([
      ['blank'],
      ['blank', `${number} -> 13`],
      ['blank', `${number} -> 13`],
    ]);
  });
  it('from before the sign was there is not shown', async () => {
    const { floor, journal, call, clock } = lobby([]);
    call('05');
    clock.pass(20_000);
    const later = lobby([board('sign')], [], { journal, startsAt: clock.now() });
    await later.pass(10_000);
    expect([floor.state.callSeq, later.words()]).toEqual([1, ['blank']]);
  });
  it('that was shown before a restart is not shown again; one that it cut off is, and what was called meanwhile', async () => {
    const before = lobby();
    before.call('05');
    await before.pass(5_000);
    const cut = before.call('06');
    await before.pass(1_000);
    before.signs.close();
    const meanwhile = before.call('07');
    before.clock.pass(20_000);
    const { journal, announced, clock } = before;
    const later = lobby([board('sign')], [], { journal, announced, startsAt: clock.now() });
    await later.pass(30_000);
    expect(later.words()).toEqual([`${cut} -> 6`, `${meanwhile} -> 7`, 'blank']);
    expect(announced.ended('sign').map(({ callSeq, how }) => `${callSeq} ${how}`)).toEqual([
      ...['3 shown', '2 shown', '2 failed', '1 shown'],
    ]);
  });
  it('is shown though its log cannot be written, and that is told', async () => {
    const add = () => Promise.reject(new Error('disk full'));
    const { call, on, settled, failures } = lobby([board('sign')], [], {
      announced: { ...memoryLog(), add },
    });
    const number = call('05');
    await settled();
    expect(on()).toMatchObject({ text: `${number} -> 5` });
    expect(failures).toEqual(['Error: disk full']);
  });
  it('is shown anew on a sign that was taken away and put back only while it is fresh', async () => {
    const boards = [board('sign')];
    const { call, words, pass } = lobby(boards);
    const number = call('05');
    await pass(5_000);
    const [sign] = boards.splice(0);
    await pass(5_000);
    if (sign !== undefined) boards.push(sign);
    await pass(5_000);
    expect(words()).toEqual(['blank', `${number} -> 5`, 'blank']);
  });
  it('of another journal is shown, though it is counted from the beginning', async () => {
    const here = lobby();
    for (const counter of ['01', '02', '03']) here.call(counter);
    await here.pass(30_000);
    const other = speakingHall({ speakers: [], startsAt: here.clock.now() });
    here.exchange(other.floor);
    other.call('05');
    here.signs.show();
    expect(here.on()).toMatchObject({ state: 'number', call: 1 });
  });
  it('is no affair of a counter’s own board', () => {
    const { call, words } = lobby([board('counter', { counterId: 'c05' })]);
    call('05');
    expect(words('counter')).toEqual([]);
  });
  it.each([
    ['A012', '5', 16, 'A012 -> 5'],
    ['A012', '5', 9, 'A012 -> 5'],
    ['A012', '5', 8, 'A012 5'],
    ['A012', '5', 6, 'A012 5'],
    ['A012', '12', 6, 'A012'],
    ['A012', '5', 4, 'A012'],
    ['A012', '5', 3, '012'],
  ])('%s to counter %s on %i places stands as "%s"', (number, counter, digits, text) => {
    expect(signText(number, counter, digits)).toBe(text);
    expect(text.length).toBeLessThanOrEqual(digits);
  });
});

describe('announcements', () => {
  it('follow after the call, and a call breaks in between', async () => {
    const { call, words, pass } = lobby([board('sign')], [announcement('Nghỉ trưa')]);
    const first = call('05');
    await pass(10_000);
    const second = call('06');
    await pass(10_000);
    expect(words()).toEqual(['Nghỉ trưa', `${first} -> 5`, 'Nghỉ trưa', `${second} -> 6`, 'Nghỉ trưa']);
  });
  it('take turns, each as long as the other', async () => {
    const { words, times, pass } = lobby([board('sign')], [announcement('một'), announcement('hai')]);
    await pass(4 * turnMs);
    expect(words().slice(0, 4)).toEqual(['một', 'hai', 'một', 'hai']);
    expect(times().slice(1, 4)).toEqual([turnMs, 2 * turnMs, 3 * turnMs]);
  });
  it('that are longer than a turn are seen to their end before the next begins', async () => {
    const long = `Từ ngày 01 tháng 12, bộ phận một cửa làm việc cả sáng thứ Bảy ${'và '.repeat(20)} hết`;
    const step = { id: 'sign', protocol: 'cd5220', digits: 20 };
    const { words, times, pass } = lobby([board('sign', step)], [announcement(long), announcement('hai')]);
    await pass(300_000);
    const begins = words().indexOf(long);
    const stood = (times()[begins + 1] ?? Number.POSITIVE_INFINITY) - (times()[begins] ?? 0);
    // A window moves on by one place every 350 ms; from the first letter to the last.
    expect(stood).toBeGreaterThanOrEqual((long.length - 20) * 350);
  });
  it('come and go with their time, and nothing has happened', async () => {
    const bounds = { from: morning + 10_000, to: morning + 20_000 };
    const { words, times, pass } = lobby([board('sign')], [announcement('Nghỉ', bounds)]);
    await pass(60_000);
    expect(words()).toEqual(['blank', 'Nghỉ', 'blank']);
    expect(times()[1]).toBeGreaterThanOrEqual(10_000);
    expect(times()[1]).toBeLessThanOrEqual(11_000);
    expect(times()[2]).toBeLessThanOrEqual(21_000);
  });
  it('of a zone are on its signs, in the centre’s first language', () => {
    const setup = { ...sample('soc-trang'), languages: ['en', 'vi'] as const };
    const announcements = [
      announcement('Nghỉ', { text: { vi: 'Nghỉ', en: 'Closed' }, zoneId: 'khu-a' as never }),
    ];
    const { words } = lobby(
      [board('a', { zoneId: 'khu-a' }), board('b', { zoneId: 'khu-b' })],
      announcements,
      { setup: setup as never },
    );
    expect([words('a'), words('b')]).toEqual([['Closed'], ['blank']]);
  });
  it('are not on boards that have numbers only; these stay blank between calls', async () => {
    const numbers = board('sign', { protocol: 'modbus-tcp', digits: 4 });
    const { call, words, pass } = lobby([numbers], [announcement('Nghỉ trưa')]);
    const number = call('05');
    await pass(30_000);
    expect(words()).toEqual(['blank', number, 'blank']);
  });
  it.each([
    ['alpha', undefined, true],
    ['cd5220', undefined, true],
    ['escpos-display', undefined, true],
    ['hid-display', undefined, true],
    ['modbus-tcp', undefined, false],
    ['modbus-rtu', undefined, false],
    ['described', { write: [{ text: 'ascii' }] }, true],
    ['described', { write: [{ text: 'segments' }] }, false],
    ['described', { write: [{ text: 'bcd' }] }, false],
  ])('%s %o: carries letters %s', (protocol, frame, carries) => {
    expect(carriesText(board('sign', { protocol, frame }))).toBe(carries);
  });
  it('take turns by the hall’s clock, so that every sign shows the same', () => {
    const view = {
      announcements: [{ text: { vi: 'một' } }, { text: { vi: 'hai' } }],
      languages: ['vi'],
    } as unknown as Parameters<typeof announcementNow>[0];
    expect([0, turnMs - 1, turnMs, 2 * turnMs].map((at) => announcementNow(view, at))).toEqual([
      ...['một', 'một', 'hai', 'một'],
    ]);
    expect(announcementNow({ ...view, announcements: [] }, 0)).toBeNull();
  });
});

describe('what is wrong with one sign', () => {
  it('is no affair of the others: a zone that is gone', () => {
    const { call, words } = lobby([board('gone', { zoneId: 'attic' }), board('sign')]);
    const number = call('05');
    expect(words()).toEqual(['blank', `${number} -> 5`]);
    expect(words('gone')).toEqual([]);
  });
  it('nor a protocol that nobody knows, as a hand-written set-up may have it', () => {
    const signs = () => lobby([board('wrong', { protocol: 'smoke' }), board('sign')], [announcement('Nghỉ')]);
    expect(signs).not.toThrow();
    expect(signs().words()).toEqual(['Nghỉ']);
  });
  it('after it was closed nothing is shown any more', async () => {
    const { signs, words, pass } = lobby([board('sign')], [announcement('một'), announcement('hai')]);
    signs.close();
    await pass(60_000);
    expect(words()).toEqual(['một']);
  });
});
