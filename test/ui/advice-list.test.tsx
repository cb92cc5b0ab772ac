// Staffing advice as the page draws it where the view has some: the sentence with its figures, its click, and the record of
// having been right.
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { FloorContext } from '../../counter-ui/supervisor/act.ts';
import { AdviceList } from '../../counter-ui/supervisor/advice-list.tsx';
import type { AdviceView, SupervisorView } from '../../protocol/views/supervisor-view.ts';
import { morning } from '../support/memory-floor.ts';
import { supervisedFloor } from '../support/supervised-floor.ts';

const figures = {
  ...{ waiting: 14, counters: 3, expected: 20, late: 9, topMinutes: 31, topTime: '09:20' },
  ...{ withMinutes: 12, targetMinutes: 15, byTime: '09:10' },
};
const advice: AdviceView = {
  ...{ code: 'open', params: figures, groupServiceIds: ['dat-dai' as never], counterId: 'c03' as never },
  ...{ serviceIds: [], until: null, since: morning },
};

function drawn(part: Partial<SupervisorView>, isLive = true): string {
  const view = { ...supervisedFloor().view(), ...part };
  const floor = { view, now: morning, may: () => true, act: async () => true, tell: () => {} };
  return renderToStaticMarkup(
    <FloorContext value={{ ...floor, show: isLive ? () => {} : null }}>
      <AdviceList />
    </FloorContext>,
  );
}

describe('advice', () => {
  it('takes no room where there is neither advice nor a record', () => {
    expect(drawn({})).toBe('');
  });
  it('says what lies ahead, what to do by when and to which effect, and offers the counter', () => {
    const page = drawn({ advice: [advice] });
    expect(page).toContain('14 người đang chờ, 3 quầy, dự kiến thêm 20 người');
    expect(page).toContain('thời gian chờ sẽ lên 31 phút lúc 09:20. Mở thêm quầy 3 trước 09:10');
    expect(page).toContain('không quá 15 phút');
    expect(page).toContain('Chọn quầy');
  });
  it('to lend is done by one click, and says until when', () => {
    const lend: AdviceView = {
      ...{ ...advice, code: 'lend', counterId: 'c01' as never, serviceIds: ['dat-dai' as never] },
      ...{ until: morning + 1_800_000, params: { ...figures, untilTime: '09:30', lenderMinutes: 4 } },
    };
    const page = drawn({ advice: [lend] });
    expect(page).toContain('Cho quầy 1 nhận thêm Đất đai, xây dựng đến 09:30');
    expect(page).toContain('Làm ngay');
  });
  it('only shows where a day is played again', () => {
    expect(drawn({ advice: [advice] }, false)).not.toContain('<button');
  });
  it('keeps its record', () => {
    const adviceRecord = { given: 9, followed: 6, needed: 5, judged: 7 };
    expect(drawn({ adviceRecord })).toContain(
      'Trong 9 lời khuyên tăng cường, 6 được làm theo; 5 trên 7 đã kiểm lại là cần thiết',
    );
  });
});
