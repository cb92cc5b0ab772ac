// The server's own loudspeakers: every fresh call once, in order, each to its last word; what cannot be said is passed over and
// logged; and neither a restart, nor a full disk, nor an edit of the set-up makes one leave out a call, say one to its end
// twice, or fall silent.
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { speakerSimulator } from '../../hardware/simulator/speaker-simulator.ts';
import type { Played } from '../../hardware/speaker/speaker.ts';
import { type AnnouncementLog, fileLog, memoryLog } from '../../server/devices/announcement-log.ts';
import { emptyFolder, sample } from '../setup/setup-folder.ts';
import { manualClock } from '../support/manual-clock.ts';
import { morning } from '../support/memory-floor.ts';
import { hurriedMs, onceMs, scriptedCard, scriptedSpeech, speakerOf, speakingHall } from './speaking-hall.ts';

const eight = ['01', '02', '03', '04', '13', '16', '20', '22'];
const logFile = () => join(emptyFolder(), 'announcements.ndjson');

describe('calls of the hall', () => {
  it('eight at once are each spoken to the end, in order, once', async () => {
    const hall = speakingHall();
    const numbers = eight.map((counter) => hall.call(counter));
    await hall.pass(60_000);
    expect(hall.texts()).toEqual(eight.map((counter, index) => `${numbers[index]} > ${Number(counter)}`));
    const lengths = hall.said.map(({ at }, index) => (hall.said[index + 1]?.at ?? Number.NaN) - at);
    // Hurried while three or more wait behind. The first was alone when it was called.
    expect(lengths.slice(0, 7)).toEqual([
      ...[onceMs, hurriedMs, hurriedMs, hurriedMs, hurriedMs, onceMs, onceMs],
    ]);
    expect(hall.hows()).toEqual(eight.map((_, index) => `${index + 1} spoken`));
    expect(hall.loudspeakers.status('loa')).toMatchObject({ grade: 'good', reason: 'played' });
    await hall.pass(60_000);
    expect(hall.said).toHaveLength(8);
  });
  it('a call is said at once where nobody speaks, and a recall is a call of its own', async () => {
    const hall = speakingHall();
    const number = hall.call('01');
    await hall.settled();
    expect(hall.said).toMatchObject([{ text: `${number} > 1`, at: morning }]);
    hall.at('01', 'recall-ticket');
    await hall.settled();
    expect(hall.said).toHaveLength(1);
    await hall.pass(onceMs);
    expect(hall.texts()[1]).toBe(`again ${number} > 1`);
    expect(hall.log.rows('loa')[0]).toMatchObject({ callSeq: 2, number, counterNumber: '1', recall: true });
  });
  it('a loudspeaker is silent while nobody is called, whatever happens on the floor', async () => {
    const hall = speakingHall();
    hall.at('01', 'open-counter');
    hall.at('01', 'pause-counter', { reason: sample('soc-trang').pauseReasons[0]?.id });
    await hall.pass(10_000);
    expect([hall.said, hall.hows()]).toEqual([[], []]);
    expect(hall.loudspeakers.status('loa')).toMatchObject({ grade: 'unknown' });
    expect(hall.loudspeakers.status('nothing')).toBeNull();
  });
  it('of a zone are said in that zone only, and two loudspeakers do not wait for each other', async () => {
    const hall = speakingHall({
      speakers: [speakerOf('a', 'khu-a'), speakerOf('b', 'khu-b'), speakerOf('all')],
    });
    const [first, second, upstairs] = [hall.call('01'), hall.call('02'), hall.call('13')];
    await hall.settled();
    expect(hall.said.map(({ speaker, text }) => [speaker, text])).toEqual(
      expect.arrayContaining([
        ['a', `${first} > 1`],
        ['b', `${upstairs} > 13`],
        ['all', `${first} > 1`],
      ]),
    );
    await hall.pass(30_000);
    expect(hall.texts('a')).toEqual([`${first} > 1`, `${second} > 2`]);
    expect(hall.texts('b')).toEqual([`${upstairs} > 13`]);
    expect(hall.texts('all')).toHaveLength(3);
    expect([hall.hows('a'), hall.hows('b')]).toEqual([['1 spoken', '2 spoken'], ['3 spoken']]);
  });
});

describe('what is not said', () => {
  const impatient = () => {
    const setup = sample('soc-trang');
    return { ...setup, speech: { ...setup.speech, spokenForSeconds: 10, announcedForSeconds: 60 } };
  };
  it('is what has waited too long behind others; it is logged, and the next fresh one is said', async () => {
    const hall = speakingHall({ setup: impatient() });
    for (const counter of eight) hall.call(counter);
    await hall.pass(30_000);
    const spoken = hall.hows().filter((how) => how.endsWith(' spoken'));
    expect(hall.hows()).toEqual([
      ...spoken,
      ...eight.slice(spoken.length).map((_, at) => `${spoken.length + at + 1} too-late`),
    ]);
    expect(spoken.length).toBeGreaterThan(3);
    expect(spoken.length).toBeLessThan(8);
    expect(hall.said).toHaveLength(spoken.length);
    expect(hall.logged.filter((line) => line === 'a call was not spoken too-late')).toHaveLength(
      8 - spoken.length,
    );
    const late = hall.call('05');
    await hall.settled();
    expect(hall.texts().at(-1)).toBe(`${late} > 5`);
  });
  it('is what a muted zone calls; it is heard again once it is not muted', async () => {
    const hall = speakingHall();
    hall.muted.push('khu-a' as never);
    hall.call('01');
    const upstairs = hall.call('13');
    await hall.pass(onceMs);
    expect(hall.texts()).toEqual([`${upstairs} > 13`]);
    expect(hall.hows()).toEqual(['1 muted', '2 spoken']);
    expect(hall.logged).toEqual([]);
    hall.muted.splice(0);
    const number = hall.call('02');
    await hall.settled();
    expect(hall.texts().at(-1)).toBe(`${number} > 2`);
  });
  it('is muted at the moment of its turn, not of the call', async () => {
    const hall = speakingHall();
    hall.call('01');
    hall.call('02');
    await hall.settled();
    hall.muted.push('khu-a' as never);
    await hall.pass(10_000);
    expect(hall.hows()).toEqual(['1 spoken', '2 muted']);
  });
  it('is said as loud as the hour and the zone want it', async () => {
    const setup = sample('soc-trang');
    const speech = { ...setup.speech, zoneVolume: [{ zoneId: 'khu-b' as never, percent: 30 }] };
    const hall = speakingHall({ setup: { ...setup, speech } });
    const [loud, quiet] = [hall.call('01'), hall.call('13')];
    await hall.pass(10_000);
    expect(hall.texts()).toEqual([`${loud} > 1`, `${quiet} > 13 at 30 %`]);
  });
  it('is what no voice can say; the next one is', async () => {
    const speech = scriptedSpeech();
    const hall = speakingHall({ speech });
    const blocked = hall.call('01');
    await hall.pass(onceMs);
    speech.voiceless.add(blocked);
    hall.at('01', 'recall-ticket');
    const next = hall.call('02');
    await hall.pass(onceMs);
    expect(hall.hows()).toEqual(['1 spoken', '2 no-voice', '3 spoken']);
    expect(hall.texts()).toEqual([`${blocked} > 1`, `${next} > 2`]);
    expect(hall.logged).toEqual(['a call was not spoken no-voice']);
  });
  it('is what breaks off; the card is bad with its reason, the next call goes on, and is well again', async () => {
    let outcome: Played = { state: 'failed', reason: 'no-sound-card' };
    const card = scriptedCard(() => outcome);
    const hall = speakingHall({ cards: { loa: card } });
    hall.call('01');
    await hall.settled();
    expect(hall.loudspeakers.status('loa')).toMatchObject({
      grade: 'bad',
      reason: 'no-sound-card',
      heardAt: null,
    });
    outcome = { state: 'failed', reason: 'sound-card-failed' };
    hall.call('02');
    await hall.settled();
    outcome = { state: 'played' };
    hall.call('03');
    await hall.settled();
    expect(card.given).toHaveLength(3);
    expect(hall.hows()).toEqual(['1 failed', '2 failed', '3 spoken']);
    expect(hall.told).toEqual(['loa bad no-sound-card', 'loa bad sound-card-failed', 'loa good played']);
  });
  it('on one loudspeaker is said on the other', async () => {
    const broken = scriptedCard(() => ({ state: 'failed', reason: 'no-sound-program' }));
    const hall = speakingHall({ speakers: [speakerOf('broken'), speakerOf('whole')], cards: { broken } });
    const number = hall.call('01');
    await hall.pass(onceMs);
    expect([hall.hows('broken'), hall.hows('whole')]).toEqual([['1 failed'], ['1 spoken']]);
    expect(hall.texts('whole')).toEqual([`${number} > 1`]);
  });
});

describe('the log', () => {
  it('has a call’s turn before its first sound, and then its end', async () => {
    const kept: string[] = [];
    const log = memoryLog();
    const watched: AnnouncementLog = {
      ...log,
      async add(row) {
        kept.push(`${row.how} after ${hall.said.length} sounds`);
        await log.add(row);
      },
    };
    const hall = speakingHall({ log: watched });
    const number = hall.call('01');
    await hall.pass(onceMs);
    expect(kept).toEqual(['null after 0 sounds', 'spoken after 1 sounds']);
    expect(hall.log.rows('loa')).toEqual([
      {
        ...{ outletId: 'loa', callSeq: 1, at: morning, number, counterNumber: '1', recall: false },
        ...{ transcript: `${number} > 1`, how: 'spoken' },
      },
    ]);
  });
  it('that cannot be written silences nobody, and nothing is said twice', async () => {
    const file = logFile();
    mkdirSync(file);
    const hall = speakingHall({ log: fileLog(file) });
    for (const counter of eight.slice(0, 3)) hall.call(counter);
    await hall.pass(30_000);
    expect(hall.said).toHaveLength(3);
    expect(hall.hows()).toEqual(['1 spoken', '2 spoken', '3 spoken']);
    expect(hall.logged).toHaveLength(6);
    expect(hall.logged[0]).toMatch(/^an announcement could not be logged Error: EISDIR/);
  });
});

describe('after a restart with the same log and journal', () => {
  /** A hall that was killed while it said the first of three calls. */
  const killed = async () => {
    const file = logFile();
    const before = speakingHall({ log: fileLog(file) });
    const numbers = ['01', '02', '03'].map((counter) => before.call(counter));
    await before.settled();
    expect(before.said).toHaveLength(1);
    const comeBack = (ms: number) =>
      speakingHall({ log: fileLog(file), journal: before.journal, startsAt: morning + ms });
    return { file, numbers, comeBack };
  };
  it('what was broken off is said again to its end, and what is fresh goes on', async () => {
    const { numbers, comeBack } = await killed();
    const hall = comeBack(10_000);
    await hall.pass(30_000);
    expect(hall.texts()).toEqual(numbers.map((number, index) => `${number} > ${index + 1}`));
    expect(hall.hows()).toEqual(['1 null', '1 spoken', '2 spoken', '3 spoken']);
  });
  it('what is stale is passed over, and the next call is said', async () => {
    const { comeBack } = await killed();
    const hall = comeBack(61_000);
    await hall.pass(10_000);
    expect(hall.said).toEqual([]);
    const number = hall.call('04');
    await hall.pass(onceMs);
    expect(hall.texts()).toEqual([`${number} > 4`]);
    expect(hall.hows()).toEqual(['1 null', '4 spoken']);
  });
  it('also where the power went while the last row was written', async () => {
    const { file, numbers, comeBack } = await killed();
    appendFileSync(file, '{"outletId":"loa","callSeq":1,"at":17');
    const hall = comeBack(5_000);
    await hall.settled();
    expect(hall.texts()).toEqual([`${numbers[0]} > 1`]);
    // It is killed again in the middle of the first call.
    const again = comeBack(8_000);
    await again.pass(onceMs);
    expect(again.texts()[0]).toBe(`${numbers[0]} > 1`);
    expect(again.hows()).toContain('1 spoken');
  });
  it('three restarts in a minute say each call once to its end, in order', async () => {
    const file = logFile();
    let hall = speakingHall({ log: fileLog(file) });
    const numbers = eight.map((counter) => hall.call(counter));
    const { journal } = hall;
    for (let start = 1; start <= 3; start += 1) {
      await hall.pass(5_000);
      hall = speakingHall({ log: fileLog(file), journal, startsAt: hall.clock.now() + 2_000 });
    }
    await hall.pass(60_000);
    const ended = hall.hows().filter((how) => how.endsWith('spoken'));
    expect(ended).toEqual(numbers.map((_, index) => `${index + 1} spoken`));
    expect(hall.texts().at(-1)).toBe(`${numbers.at(-1)} > ${Number(eight.at(-1))}`);
  });
  it('and another journal, what is called there is said, though it is counted from the beginning', async () => {
    const file = logFile();
    const before = speakingHall({ log: fileLog(file) });
    for (const counter of eight) before.call(counter);
    await before.pass(60_000);
    const hall = speakingHall({ log: fileLog(file), startsAt: morning + 3_600_000 });
    const number = hall.call('01');
    await hall.pass(onceMs);
    expect(hall.texts()).toEqual([`${number} > 1`]);
    expect(hall.log.announced('loa')).toBe(1);
  });
  it('a loudspeaker that is new begins with what was called in the last seconds', async () => {
    const { journal, call, clock } = speakingHall({ speakers: [] });
    call('01');
    clock.pass(20_000);
    const number = call('02');
    const hall = speakingHall({ journal, startsAt: clock.now() + 5_000 });
    await hall.pass(10_000);
    expect(hall.texts()).toEqual([`${number} > 2`]);
  });
});

describe('an edit of the set-up', () => {
  it('removes a loudspeaker in the middle of a word, and adds another that says what is next', async () => {
    const hall = speakingHall();
    for (const counter of eight.slice(0, 2)) hall.call(counter);
    await hall.pass(1_000);
    hall.loudspeakers.apply([speakerOf('other')]);
    hall.loudspeakers.listen();
    await hall.settled();
    expect(hall.loudspeakers.status('loa')).toBeNull();
    expect(hall.hows()).toEqual(['1 null']);
    const number = hall.call('03');
    await hall.pass(60_000);
    expect(hall.texts('loa')).toHaveLength(1);
    expect(hall.texts('other').at(-1)).toBe(`${number} > 3`);
  });
  it('leaves alone what it did not touch', async () => {
    const hall = speakingHall({ speakers: [speakerOf('a', 'khu-a'), speakerOf('b', 'khu-b')] });
    hall.call('01');
    await hall.pass(1_000);
    hall.loudspeakers.apply([speakerOf('a', 'khu-a'), speakerOf('b', null)]);
    await hall.pass(onceMs);
    expect(hall.hows('a')).toEqual(['1 spoken']);
  });
  it('opens one that was changed anew, which begins with the call that broke off', async () => {
    const hall = speakingHall();
    const numbers = eight.slice(0, 3).map((counter) => hall.call(counter));
    await hall.pass(1_000);
    hall.loudspeakers.apply([speakerOf('loa', null, 'Loa mới')]);
    hall.loudspeakers.listen();
    await hall.pass(30_000);
    const texts = numbers.map((number, index) => `${number} > ${index + 1}`);
    expect(hall.texts()).toEqual([texts[0], ...texts]);
    expect(hall.hows()).toEqual(['1 null', '1 spoken', '2 spoken', '3 spoken']);
  });
  it('a loudspeaker that is gone says nothing more, also where its sound was just being made', async () => {
    const speech = scriptedSpeech();
    let make = () => {};
    speech.held = new Promise((resolve) => {
      make = resolve;
    });
    const hall = speakingHall({ speech });
    hall.call('01');
    await hall.settled();
    hall.loudspeakers.apply([]);
    make();
    await hall.pass(onceMs);
    expect(hall.said).toEqual([]);
  });
  it('nothing is told of a loudspeaker any more that is gone, least of all that it is broken', async () => {
    const hall = speakingHall();
    hall.call('01');
    await hall.pass(1_000);
    hall.loudspeakers.apply([speakerOf('loa', null, 'Loa mới')]);
    await hall.pass(1_000);
    expect(hall.told).toEqual([]);
  });
  it('with an address that is none leaves that one out, and the others speak', async () => {
    const wrong = { ...speakerOf('wrong'), address: 'tcp://nowhere' };
    const hall = speakingHall({ speakers: [wrong, speakerOf('loa')] });
    expect(hall.logged).toEqual(['a loudspeaker is left out RangeError: no sound card tcp://nowhere']);
    hall.call('01');
    await hall.pass(onceMs);
    expect(hall.hows()).toEqual(['1 spoken']);
    expect(hall.loudspeakers.status('wrong')).toBeNull();
  });
  it('closing ends every sound, leaves what broke off without an end, and nothing begins any more', async () => {
    const hall = speakingHall();
    for (const counter of eight) hall.call(counter);
    await hall.pass(1_000);
    await hall.loudspeakers.close();
    expect(hall.hows()).toEqual(['1 null']);
    await hall.pass(60_000);
    expect(hall.said).toHaveLength(1);
  });
});

describe('a trial', () => {
  it('is heard, and says how the card is', async () => {
    const hall = speakingHall();
    const tried = hall.loudspeakers.test('loa');
    await hall.pass(1_000);
    expect(await tried).toEqual({ reason: null });
    expect(hall.texts()).toEqual(['one two three']);
    expect(hall.hows()).toEqual([]);
    expect(await hall.loudspeakers.test('nothing')).toBeNull();
  });
  it('says what is wrong', async () => {
    const broken = scriptedCard(() => ({ state: 'failed', reason: 'no-sound-card' }));
    const speech = scriptedSpeech();
    const hall = speakingHall({ cards: { loa: broken }, speech });
    expect(await hall.loudspeakers.test('loa')).toEqual({ reason: 'no-sound-card' });
    speech.trial = async () => null;
    expect(await hall.loudspeakers.test('loa')).toEqual({ reason: 'no-voice' });
  });
  it('waits for the call that is being said: a simulated card, too, plays one sound at a time', async () => {
    const { settled } = speakingHall();
    const clock = manualClock(0);
    const simulator = speakerSimulator(clock, () => {});
    const ended: string[] = [];
    const play = (transcript: string, durationMs: number) =>
      void simulator
        .play({ wav: new Uint8Array(), durationMs, transcript })
        .then(({ state }) => ended.push(`${transcript} ${state} at ${clock.now()}`));
    play('call', 4_000);
    play('trial', 1_000);
    for (let step = 0; step < 12; step += 1) {
      await settled();
      clock.pass(500);
    }
    await settled();
    expect(ended).toEqual(['call played at 4000', 'trial played at 5000']);
    expect(simulator.said).toEqual([
      { at: 4_000, text: 'trial' },
      { at: 0, text: 'call' },
    ]);
    play('call', 4_000);
    play('trial', 1_000);
    await settled();
    simulator.stop();
    await settled();
    expect(ended.slice(2)).toEqual(['call failed at 6000', 'trial failed at 6000']);
  });
});

it('a burst longer than what a board lists is announced to its last call, each in its turn', async () => {
  const hall = speakingHall();
  hall.call('01');
  await hall.settled();
  for (let round = 0; round < 4; round += 1) for (const counter of eight) hall.call(counter);
  await hall.pass(400_000, 2_000);
  expect(hall.hows().map((how) => Number(how.split(' ')[0]))).toEqual(
    Array.from({ length: 33 }, (_, index) => index + 1),
  );
});
