// The samples that a newcomer starts from: whole, without fault or warning, and true to the hall that they stand for.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { setupFaults, setupWarnings } from '../../protocol/setup-consistency.ts';
import { packageRoot } from '../../server/package-root.ts';
import { sample } from './setup-folder.ts';

const names = ['soc-trang', 'commune'] as const;

/** The units of the province's ratings annex of February 2021, as printed. */
const annexUnits = [
  'Sở Thông tin và Truyền thông',
  'Sở Công Thương',
  'Sở Giáo dục và Đào tạo',
  'Sở Giao thông vận tải',
  'Sở Kế hoạch và Đầu tư',
  'Sở Khoa học và Công nghệ',
  'Sở Lao động - Thương binh và Xã hội',
  'Sở Nội vụ',
  'Sở Nông nghiệp và Phát triển nông thôn',
  'Sở Tài chính',
  'Sở Tài nguyên và Môi trường',
  'Sở Tư pháp',
  'Sở Văn hóa, Thể thao và Du lịch',
  'Sở Xây dựng',
  'Sở Y tế',
  'Công an tỉnh',
  'Bảo hiểm xã hội tỉnh',
];

describe.each(names)('the sample %s', (name) => {
  const setup = sample(name);

  it('has no fault and nothing to warn of', () => {
    expect(setupFaults(setup)).toEqual([]);
    expect(setupWarnings(setup)).toEqual([]);
  });

  it('bears the name under which it is asked for', () => {
    expect(setup.centre.id).toBe(name);
  });

  it('says everything in Vietnamese and English', () => {
    const file = join(packageRoot(), 'server', 'setup', 'samples', `${name}.json`);
    const unsaid: unknown[] = [];
    JSON.parse(readFileSync(file, 'utf8'), (_key, value: unknown) => {
      if (typeof value === 'object' && value !== null && 'vi' in value && !('en' in value))
        unsaid.push(value);
      return value;
    });
    expect(unsaid).toEqual([]);
  });

  it('is written in composed letters, which printers and searches expect', () => {
    const text = JSON.stringify(setup);
    expect(text).toBe(text.normalize('NFC'));
  });

  it('has the known accounts, one operator for each counter', () => {
    const operators = setup.counters.map((_, index) => `canbo${String(index + 1).padStart(2, '0')}`);
    expect(setup.staff.map((each) => each.username)).toEqual([
      'quantri',
      'giamsat',
      'huongdan',
      ...operators,
    ]);
    expect(setup.staff.map((each) => each.roles)).toEqual([
      ['technician'],
      ['supervisor'],
      ['guide'],
      ...operators.map(() => ['operator']),
    ]);
    expect(setup.staff.every((each) => each.password === 'demo')).toBe(true);
  });

  it('has a board at every counter and a printer, all simulated', () => {
    const { printers } = setup.devices;
    const boards = setup.devices.boards.filter(({ counterId }) => counterId !== null);
    expect(boards.map((each) => each.counterId)).toEqual(setup.counters.map((each) => each.id));
    expect(boards.map((each) => each.unitId)).toEqual(setup.counters.map((_, index) => index + 1));
    expect(new Set([...boards, ...printers].map((each) => each.address))).toEqual(new Set(['simulator']));
    expect(printers.map((each) => [each.id, each.widthDots])).toEqual([['printer-1', 576]]);
  });

  it('prints no letter that is read as a digit', () => {
    expect(setup.series.filter((each) => /[IOQ]/.test(each.prefix))).toEqual([]);
  });
});

describe('the centre of Sóc Trăng', () => {
  const setup = sample('soc-trang');

  it('has the departments of the annex in its order and spelling', () => {
    expect(setup.departments.map((each) => each.name.vi)).toEqual(annexUnits);
  });

  it('offers a service of every department', () => {
    const offered = new Set(
      setup.services.filter((each) => each.offeredAtKiosk).map((each) => each.departmentId),
    );
    expect(setup.departments.filter((each) => !offered.has(each.id))).toEqual([]);
  });

  it('has some forty services, sixty procedures, 24 counters and two zones', () => {
    expect(setup.services).toHaveLength(40);
    expect(setup.services.flatMap((each) => each.procedures).length).toBeGreaterThanOrEqual(60);
    expect(setup.counters.map((each) => each.number)).toEqual(
      Array.from({ length: 24 }, (_, i) => `${i + 1}`),
    );
    expect(setup.zones).toHaveLength(2);
  });

  it('shares three counters between Transport and Industry and Trade', () => {
    const [shared] = setup.profiles.filter(
      (each) =>
        each.serviceIds.some((id) => id.startsWith('gtvt')) &&
        each.serviceIds.some((id) => id.startsWith('ct-')),
    );
    expect(setup.counters.filter((each) => each.profileId === shared?.id)).toHaveLength(3);
  });

  it('prints letters with three digits, and one series of four digits', () => {
    expect(setup.series.filter((each) => /^\d$/.test(each.prefix) && each.digits === 3)).toHaveLength(1);
    expect(setup.series.every((each) => each.prefix.length === 1 && each.digits === 3)).toBe(true);
  });

  it('puts its operators in the units of its departments', () => {
    const operators = setup.staff.filter((each) => each.roles.includes('operator'));
    expect(operators.filter((each) => !annexUnits.includes(each.unit))).toEqual([]);
  });
});

it('has a test for every sample', () => {
  const files = readdirSync(join(packageRoot(), 'server', 'setup', 'samples'));
  expect(files.sort()).toEqual(names.map((name) => `${name}.json`).sort());
});
