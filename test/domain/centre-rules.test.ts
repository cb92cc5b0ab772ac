// The set-up as the floor reads it: looked up by id, with which counter draws from which services in the profile's order.
import { describe, expect, it } from 'vitest';
import type { CounterId, PriorityClassId, ServiceId } from '../../protocol/ids.ts';
import { centreRules } from '../../server/domain/centre-rules.ts';
import { centre } from '../support/domain-centre.ts';

const setup = centre();
const rules = centreRules(setup);

describe('centre rules', () => {
  it('finds services, counters and series by id', () => {
    expect(rules.services.get('dat-dai' as ServiceId)?.departmentId).toBe('moi-truong');
    expect(rules.counters.get('c02' as CounterId)?.number).toBe('2');
    expect(rules.series.get('one')?.prefix).toBe('1');
    expect(rules.services.get('khong-co' as ServiceId)).toBeUndefined();
    expect(rules.setup).toBe(setup);
  });
  it('knows the priority classes', () => {
    expect(rules.priorityClasses.has('cao-tuoi' as PriorityClassId)).toBe(true);
    expect(rules.priorityClasses.has('vip' as PriorityClassId)).toBe(false);
  });
  it("keeps the profile's order, and shares a profile between counters", () => {
    expect(rules.servicesOf.get('c04' as CounterId)).toEqual(['chung-thuc', 'dat-dai']);
    expect(rules.servicesOf.get('c01' as CounterId)).toEqual(rules.servicesOf.get('c02' as CounterId));
  });
  it('lets a counter whose profile is missing draw from nothing', () => {
    const bare = centreRules({ ...setup, profiles: [] });
    expect(bare.servicesOf.get('c01' as CounterId)).toEqual([]);
  });
});
