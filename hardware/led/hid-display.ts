// Character displays on USB (HID usage page 14): one report with a place and a run of characters. Which report, and where in
// it the place and the characters stand, a display says in its report descriptor; what is found there becomes a described
// frame, so that a display with a maker's own report is data too. Such displays answer nothing. Pure.
// Source: USB HID Usage Tables 1.12, section 18 "Alphanumeric Display Page (0x14)"; HID 1.11, section 6.2.2 "Report
// Descriptor" (short items: bTag, bType, bSize).
//
//   04 rr cc t1 … tn      report number, row (20/33), column (20/34), display data (20/2C)
import { type DescribedFrame, describedFrameSchema } from '../../protocol/described-frame.ts';
import type { BoardCodec } from './board-codec.ts';
import { describedCodec } from './described.ts';

const usages = { page: 0x14, displayData: 0x2c, row: 0x33, column: 0x34 } as const;

/** The display of the usage tables' own example: report 4, twenty characters. */
export const usualHidFrame: DescribedFrame = describedFrameSchema.parse({
  write: [{ bytes: '040000' }, { text: 'ascii', width: 20 }],
});

export function hidDisplay(frame: DescribedFrame | null): BoardCodec {
  return describedCodec(frame ?? usualHidFrame);
}

type Field = {
  readonly reportId: number;
  readonly usage: number;
  readonly at: number;
  readonly bytes: number;
};

/** The frame that writes to a display with this report descriptor; null where it is no such display. */
export function frameOfDescriptor(descriptor: Uint8Array): DescribedFrame | null {
  const fields = outputFields(descriptor);
  const data = fields.find(({ usage }) => usage === usages.displayData);
  if (data === undefined) return null;
  const before = data.at;
  const head = new Uint8Array(1 + before);
  head[0] = data.reportId;
  const behind = fields
    .filter(({ reportId, at }) => reportId === data.reportId && at > data.at)
    .reduce((sum, { bytes }) => sum + bytes, 0);
  return describedFrameSchema.parse({
    write: [
      { bytes: Buffer.from(head).toString('hex') },
      { text: 'ascii', width: data.bytes },
      ...(behind === 0 ? [] : [{ bytes: '00'.repeat(behind) }]),
    ],
  });
}

/** The fields of page 14 that one may write, with where each stands in its report, in bytes. */
function outputFields(descriptor: Uint8Array): Field[] {
  const fields: Field[] = [];
  const lengths = new Map<number, number>();
  let [page, size, count, reportId] = [0, 0, 0, 0];
  let local: number[] = [];
  for (const { tag, value } of items(descriptor)) {
    if (tag === 0x04) page = value;
    else if (tag === 0x74) size = value;
    else if (tag === 0x94) count = value;
    else if (tag === 0x84) reportId = value;
    else if (tag === 0x08) local.push(value);
    else if (tag === 0x90) {
      const at = lengths.get(reportId) ?? 0;
      const bits = size * count;
      local.forEach((usage, index) => {
        const share = bits / local.length;
        if (page === usages.page)
          fields.push({ reportId, usage, at: (at + index * share) / 8, bytes: share / 8 });
      });
      lengths.set(reportId, at + bits);
    }
    // Main items (input, output, feature, collection, end) end what was said of one field.
    if ((tag & 0x0c) === 0 && tag >= 0x80 && tag !== 0x84 && tag !== 0x94) local = [];
  }
  return fields;
}

/** Short items: tag and type in the upper six bits, size of the value (0, 1, 2, 4) in the lower two. */
function* items(descriptor: Uint8Array): Generator<{ tag: number; value: number }> {
  for (let at = 0; at < descriptor.length; ) {
    const prefix = descriptor[at] ?? 0;
    const size = [0, 1, 2, 4][prefix & 0x03] ?? 0;
    let value = 0;
    for (let byte = size; byte > 0; byte -= 1) value = value * 256 + (descriptor[at + byte] ?? 0);
    yield { tag: prefix & 0xfc, value };
    at += 1 + size;
  }
}
