// A ticket for trying a printer: every Vietnamese mark, the printer's own address, and a code that says the same.
import type { TicketDocument } from './printer/ticket-document.ts';

export function testTicket(address: string, at: Date): TicketDocument {
  return {
    ...{ language: 'vi', logo: null, headingAlso: null, serviceNameAlso: null },
    centreName: 'Phiếu thử máy in',
    heading: 'SỐ THỨ TỰ',
    number: 'A000',
    serviceName: 'Ă Â Đ Ê Ô Ơ Ư – ắ ằ ẳ ẵ ặ ế ề ể ễ ệ ố ồ ổ ỗ ộ ớ ờ ở ỡ ợ ứ ừ ử ữ ự',
    placeLines: [address],
    aheadText: 'Phiếu này không có giá trị',
    estimateText: null,
    issuedText: at.toISOString().slice(0, 16).replace('T', ' '),
    validityText: 'Test ticket – not valid',
    thanksText: '0123456789',
    qrText: `denluot:printer:${address}`,
    copyText: null,
  };
}
