// The drawn ticket: its code can be read by a phone, nothing runs over the edge, and no text brings it down.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Bitmap, bytesPerRow, isBlankRow } from '../../hardware/printer/bitmap.ts';
import type { TicketDocument } from '../../hardware/printer/ticket-document.ts';
import { drawTicket } from '../../hardware/printer/ticket-drawing.ts';
import { qrText } from '../support/paper.ts';

const ticket: TicketDocument = {
  ...{ language: 'vi', logo: null, headingAlso: null, serviceNameAlso: null },
  centreName: 'Trung tâm Phục vụ hành chính công tỉnh Sóc Trăng',
  heading: 'SỐ THỨ TỰ',
  number: 'A001',
  serviceName: 'Cấp đổi giấy phép lái xe do ngành Giao thông vận tải cấp',
  placeLines: ['Quầy 1, 2', 'Khu A, tầng trệt'],
  aheadText: 'Còn 7 người trước bạn',
  estimateText: 'Dự kiến chờ 20–35 phút',
  issuedText: '08:15, thứ Hai 03/03/2025',
  validityText: 'Có giá trị trong ngày',
  thanksText: 'Cảm ơn quý khách',
  qrText: 'http://192.168.1.10:8080/t/0192f0c4-7b1e-7c3a-9c55-1f3b8f4e2a10',
  copyText: null,
};
const blackColumns = ({ widthDots, heightDots, rows }: Bitmap) => {
  const width = bytesPerRow(widthDots);
  const black: number[] = [];
  for (let x = 0; x < widthDots; x += 1) {
    for (let y = 0; y < heightDots; y += 1) {
      if (((rows[y * width + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0) {
        black.push(x);
        break;
      }
    }
  }
  return { first: black[0] ?? 0, last: black.at(-1) ?? 0 };
};

describe.each([576, 384])('%i dots', (widthDots) => {
  test('the code on it leads to the ticket', () => {
    expect(qrText(drawTicket(ticket, widthDots))).toBe(ticket.qrText);
  });
  test('the same document gives the same dots', () => {
    expect(drawTicket(ticket, widthDots)).toEqual(drawTicket(ticket, widthDots));
  });
  test('stays within the margins and ends with something on it', () => {
    const bitmap = drawTicket(ticket, widthDots);
    const { first, last } = blackColumns(bitmap);
    expect(first).toBeGreaterThanOrEqual(Math.floor((20 * widthDots) / 576));
    expect(last).toBeLessThan(widthDots - Math.floor((20 * widthDots) / 576));
    expect(isBlankRow(bitmap, bitmap.heightDots - 1)).toBe(false);
  });
  test('a number of eight signs is drawn smaller, not over the edge', () => {
    const { first, last } = blackColumns(drawTicket({ ...ticket, number: 'MWMW8888' }, widthDots));
    expect(first).toBeGreaterThanOrEqual(4);
    expect(last).toBeLessThan(widthDots - 4);
  });
  test('a copy is plainly another paper', () => {
    const [original, copy] = [
      drawTicket(ticket, widthDots),
      drawTicket({ ...ticket, copyText: 'IN LẦN 2' }, widthDots),
    ];
    expect(copy.heightDots).toBeGreaterThan(original.heightDots);
    expect(qrText(copy)).toBe(ticket.qrText);
  });
});

test('letters in the two forms of Unicode are drawn alike', () => {
  const decomposed = { ...ticket, serviceName: ticket.serviceName.normalize('NFD') };
  expect(drawTicket(decomposed, 576)).toEqual(drawTicket(ticket, 576));
});

test('no text brings the drawing down, and none runs over the edge', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ minLength: 30, maxLength: 120 }),
  );
  fc.assert(
    fc.property(text, text, (serviceName, place) => {
      const bitmap = drawTicket({ ...ticket, serviceName, placeLines: [place] }, 384);
      const { first, last } = blackColumns(bitmap);
      expect(first).toBeGreaterThanOrEqual(4);
      expect(last).toBeLessThan(380);
      expect(qrText(bitmap)).toBe(ticket.qrText);
    }),
    { numRuns: 40 },
  );
});

const inLanguages: readonly [string, Partial<TicketDocument>][] = [
  [
    'en',
    {
      language: 'en',
      heading: 'YOUR NUMBER',
      headingAlso: 'SỐ THỨ TỰ',
      serviceName: 'Driving licence renewal',
    },
  ],
  [
    'km',
    {
      ...{ language: 'km', heading: 'លេខរង់ចាំ', headingAlso: 'SỐ THỨ TỰ' },
      ...{ serviceName: 'ការប្តូរប័ណ្ណបើកបរយានយន្ត', serviceNameAlso: ticket.serviceName },
      aheadText: 'នៅមុខលោកអ្នកមាន 7 នាក់',
    },
  ],
  [
    'zh',
    {
      language: 'zh',
      heading: '排队号码',
      headingAlso: 'SỐ THỨ TỰ',
      serviceName: '换发机动车驾驶证，包括国际驾驶证',
    },
  ],
];
describe.each(inLanguages)('a ticket in %s', (_language, words) => {
  test.each([576, 384])('stands within %i dots, and its code can be read', (widthDots) => {
    const bitmap = drawTicket({ ...ticket, ...words }, widthDots);
    const { first, last } = blackColumns(bitmap);
    expect(first).toBeGreaterThanOrEqual(Math.floor((20 * widthDots) / 576));
    expect(last).toBeLessThan(widthDots - Math.floor((20 * widthDots) / 576));
    expect(qrText(bitmap)).toBe(ticket.qrText);
    // Its own letters are there: without them other dots are drawn.
    expect(drawTicket({ ...ticket, ...words, heading: '' }, widthDots)).not.toEqual(bitmap);
  });
});

describe('a logo', () => {
  const svg = (content: string) =>
    `data:image/svg+xml;base64,${Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="100" height="50">${content}</svg>`).toString('base64')}`;
  const plain = drawTicket(ticket, 576);
  test('stands above the name, at most thirteen millimetres high', () => {
    const logo = drawTicket({ ...ticket, logo: svg('<rect width="100" height="50" fill="#b00"/>') }, 576);
    expect(logo.heightDots - plain.heightDots).toBe(112);
    expect(qrText(logo)).toBe(ticket.qrText);
  });
  test.each([
    ['broken', 'data:image/png;base64,AAAA'],
    [
      'a picture cut off',
      `data:image/png;base64,${Buffer.from('89504e470d0a1a0a0000000d49484452000000100000001008', 'hex').toString('base64')}`,
    ],
    ['no drawing', svg('<rect')],
    ['empty', svg('')],
    [
      'one that names a file',
      svg('<image xlink:href="/etc/hostname" width="9" height="9"/><rect width="9" height="9"/>'),
    ],
    [
      'one that names an address',
      svg('<image href="http://127.0.0.1/x.png" width="9" height="9"/><rect width="9" height="9"/>'),
    ],
  ])('%s is left out, and the ticket is as without', (_what, logo) => {
    expect(drawTicket({ ...ticket, logo }, 576)).toEqual(plain);
  });
});

test('what no typeface has is drawn as something else, never as nothing', () => {
  const number = (text: string) => drawTicket({ ...ticket, serviceName: text }, 576);
  expect(number('A → B')).toEqual(number('A - B'));
  expect(number('🙂')).toEqual(number('?'));
});
