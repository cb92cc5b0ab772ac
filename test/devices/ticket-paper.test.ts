// What a ticket's paper says, in the language of the ticket.
import { describe, expect, it } from 'vitest';
import type { TicketId } from '../../protocol/ids.ts';
import { ticketPaper } from '../../server/devices/ticket-paper.ts';
import { manualClock } from '../support/manual-clock.ts';
import { morning, openFloor } from '../support/memory-floor.ts';

function paperOf(more: object = {}, change: Partial<Parameters<typeof ticketPaper>[0]> = {}) {
  const { floor, take } = openFloor(manualClock(morning));
  const taken = take(more);
  const ticket = taken.ok ? floor.state.tickets.get(taken.result.ticketId as TicketId) : undefined;
  if (ticket === undefined) throw new Error('no number was given');
  return ticketPaper(
    { ticket, ahead: 0, estimate: null, copy: 1, link: 'http://centre.test/t/x', ...change },
    floor.rules,
  );
}

describe('the paper', () => {
  it('says in Vietnamese what the citizen must know', () => {
    expect(paperOf()).toEqual({
      ...{ language: 'vi', logo: null, headingAlso: null, serviceNameAlso: null },
      centreName: 'Bộ phận Một cửa Ủy ban nhân dân xã',
      heading: 'SỐ THỨ TỰ',
      number: 'A001',
      serviceName: expect.stringMatching(/chứng thực/i),
      placeLines: [expect.stringMatching(/^(Quầy|Các quầy) số \d/), expect.any(String)],
      aheadText: 'Trước ông/bà không còn ai chờ',
      estimateText: null,
      issuedText: 'In lúc 09:00 ngày 20/11/2026',
      validityText: 'Số chỉ có giá trị trong ngày',
      thanksText: 'Xin cảm ơn ông/bà đã chờ',
      qrText: 'http://centre.test/t/x',
      copyText: null,
    });
  });
  it('says it in English to whom chose English', () => {
    const paper = paperOf({ language: 'en' }, { copy: 2 });
    expect(paper.number).toBe('A001');
    expect(JSON.stringify([paper.heading, paper.aheadText, paper.validityText, paper.copyText])).toMatch(
      /number.*copy 2/is,
    );
    expect(paper.issuedText).toContain('20/11/2026');
  });
  it('in another language says in Vietnamese too what the officer must read', () => {
    for (const language of ['en', 'km', 'zh']) {
      const paper = paperOf({ language });
      expect(paper.language).toBe(language);
      expect(paper.headingAlso).toBe('SỐ THỨ TỰ');
      expect(paper.heading).not.toBe('SỐ THỨ TỰ');
    }
    expect(paperOf({ language: 'en' }).serviceNameAlso).toMatch(/chứng thực/i);
  });
  it('names the floor, unless the zone’s own name does', () => {
    const { floor, take } = openFloor(manualClock(morning));
    const taken = take();
    const ticket = taken.ok ? floor.state.tickets.get(taken.result.ticketId as TicketId) : undefined;
    const upstairs = (name: string) => {
      const named = floor.rules.setup.zones.map((zone) => ({ ...zone, floor: '2', name: { vi: name } }));
      const rules = { ...floor.rules, setup: { ...floor.rules.setup, zones: named } };
      const paper = { ticket: ticket as never, ahead: 0, estimate: null, copy: 1, link: 'x' };
      return ticketPaper(paper, rules).placeLines[1];
    };
    expect(upstairs('Khu B')).toBe('Khu B, Tầng 2');
    expect(upstairs('Khu B – tầng 2')).toBe('Khu B – tầng 2');
  });
  it('counts the people ahead, and promises no more than is known', () => {
    const estimate = { lowSeconds: 119, medianSeconds: 300, highSeconds: 601, longer: false };
    const paper = paperOf({}, { ahead: 7, estimate });
    expect(paper.aheadText).toBe('Trước ông/bà còn 7 người');
    expect(paper.estimateText).toBe('Dự kiến chờ 1–11 phút');
    const soon = paperOf(
      {},
      { estimate: { lowSeconds: 0, medianSeconds: 0, highSeconds: 0, longer: false } },
    );
    expect(soon.estimateText).toBe('Dự kiến chờ 0–1 phút');
  });
  it('is marked from the second copy on', () => {
    expect(paperOf({}, { copy: 1 }).copyText).toBeNull();
    expect(paperOf({}, { copy: 3 }).copyText).toBe('In lần 3');
  });
});
