// How good the estimates were: by service and by hour, with their total, from outcomes that a test writes down.
import { describe, expect, it } from 'vitest';
import type { ServiceId } from '../../protocol/ids.ts';
import type { EstimateOutcome } from '../../server/reports/report.ts';
import { buildReport } from '../../server/reports/reports.ts';
import { centre } from '../support/domain-centre.ts';
import { clock } from '../support/domain-clock.ts';
import { figuresOf, period } from './figures-stub.ts';

const minute = 60_000;
const outcome = (service: string, at: string, median: number, actual: number): EstimateOutcome => ({
  ...{ serviceId: service as ServiceId, givenAt: clock(at), medianMs: median * minute },
  ...{ lowMs: (median - 5) * minute, highMs: (median + 5) * minute, actualMs: actual * minute },
});
function table(...estimates: EstimateOutcome[]) {
  const figures = figuresOf([], { served: 9, estimates });
  const built = buildReport('wait-estimates', period('2026-11-23', '2026-11-23'), 'json', figures, centre());
  if (!built.ok) throw new Error(built.code);
  return JSON.parse(built.body) as {
    rows: { kind: string; cells: unknown[] }[];
    checks: unknown;
    basis: unknown;
  };
}

describe('the report of estimates', () => {
  it('scores each service and each hour, and all together', () => {
    const { rows, checks, basis } = table(
      outcome('chung-thuc', '08:10', 10, 12),
      outcome('chung-thuc', '08:50', 20, 40),
      outcome('dat-dai', '09:00', 10, 4),
    );
    expect(rows.map(({ cells }) => cells)).toEqual([
      [1, 'Chứng thực', 2, '50', '11,0', '−11,0', '50'],
      [2, 'Đất đai', 1, '0', '6,0', '6,0', '0'],
      [null, '8:00–9:00', 2, '50', '11,0', '−11,0', '50'],
      [null, '9:00–10:00', 1, '0', '6,0', '6,0', '0'],
      [null, 'Tổng cộng', 3, '33', '6,0', '−5,3', '33'],
    ]);
    expect(checks).toEqual({ passed: 1, failures: [] });
    expect(basis).toEqual({ answered: 3, served: 9 });
  });
  it('of nothing is empty', () => {
    expect(table().rows).toEqual([]);
  });
});
