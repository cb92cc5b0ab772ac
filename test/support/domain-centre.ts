// The small centre in which the rules of the floor are tested: two departments, four services on three number series
// (A001, 1001, and B01–B02 that is soon used up), four counters of which two share a profile, two zones.
import { setupFaults } from '../../protocol/setup-consistency.ts';
import { type Setup, setupSchema } from '../../protocol/setup-schema.ts';

type Written = Parameters<typeof setupSchema.parse>[0] & Record<string, unknown>;

const written: Written = {
  version: 1,
  centre: { id: 'thu-nghiem', name: { vi: 'Trung tâm thử nghiệm' } },
  languages: ['vi', 'en'],
  hours: {
    weekdays: [1, 2, 3, 4, 5],
    sessions: [
      { opens: '07:30', closes: '11:30', intakeStopsBeforeMinutes: 30 },
      { opens: '13:30', closes: '17:00', intakeStopsBeforeMinutes: 0 },
    ],
    holidays: [{ date: '2026-11-25', name: { vi: 'Ngày lễ' } }],
  },
  departments: [
    { id: 'tu-phap', name: { vi: 'Tư pháp' }, short: 'TP' },
    { id: 'moi-truong', name: { vi: 'Nông nghiệp và Môi trường' }, short: 'MT' },
  ],
  services: [
    { id: 'chung-thuc', departmentId: 'tu-phap', name: { vi: 'Chứng thực' }, seriesId: 'a' },
    { id: 'ho-tich', departmentId: 'tu-phap', name: { vi: 'Hộ tịch' }, seriesId: 'a' },
    { id: 'dat-dai', departmentId: 'moi-truong', name: { vi: 'Đất đai' }, seriesId: 'one' },
    {
      id: 'tra-ket-qua',
      departmentId: 'moi-truong',
      name: { vi: 'Trả kết quả' },
      seriesId: 'b',
      offeredAtKiosk: false,
    },
  ],
  series: [
    { id: 'a', prefix: 'A', digits: 3, from: 1, to: 999 },
    { id: 'one', prefix: '1', digits: 3, from: 1, to: 999 },
    { id: 'b', prefix: 'B', digits: 2, from: 1, to: 2 },
  ],
  zones: [
    { id: 'tang-1', name: { vi: 'Tầng 1' }, floor: '1' },
    { id: 'tang-2', name: { vi: 'Tầng 2' }, floor: '2' },
  ],
  profiles: [
    { id: 'tu-phap', name: { vi: 'Tư pháp' }, serviceIds: ['chung-thuc', 'ho-tich'] },
    { id: 'moi-truong', name: { vi: 'Môi trường' }, serviceIds: ['dat-dai', 'tra-ket-qua'] },
    { id: 'lien-thong', name: { vi: 'Liên thông' }, serviceIds: ['chung-thuc', 'dat-dai'] },
  ],
  counters: [
    { id: 'c01', number: '1', name: { vi: 'Quầy 1' }, zoneId: 'tang-1', profileId: 'tu-phap' },
    { id: 'c02', number: '2', name: { vi: 'Quầy 2' }, zoneId: 'tang-1', profileId: 'tu-phap' },
    { id: 'c03', number: '3', name: { vi: 'Quầy 3' }, zoneId: 'tang-2', profileId: 'moi-truong' },
    { id: 'c04', number: '4', name: { vi: 'Quầy 4' }, zoneId: 'tang-2', profileId: 'lien-thong' },
  ],
  dispatch: { policy: 'first-come' },
  priorityClasses: [{ id: 'cao-tuoi', name: { vi: 'Người cao tuổi' } }],
  pauseReasons: [
    { id: 'nghi', name: { vi: 'Nghỉ giải lao' } },
    { id: 'hop', name: { vi: 'Họp gấp' } },
  ],
  limits: { waitingAtMost: 100, recallsAtMost: 2 },
  ratingForms: [{ from: '2026-01-01', formId: 'five-buttons' }],
  devices: {},
  staff: [{ username: 'quantri', name: 'Quản trị', roles: ['technician'], password: null }],
};

/** The centre as it is written above, or with some of its parts written otherwise. */
export function centre(changes: Record<string, unknown> = {}): Setup {
  const setup = setupSchema.parse({ ...written, ...changes });
  const faults = setupFaults(setup);
  if (faults.length > 0) throw new Error(`test centre: ${JSON.stringify(faults)}`);
  return setup;
}

/** The centre with one service written otherwise. */
export function centreWithService(id: string, change: Partial<Setup['services'][number]>): Setup {
  const setup = centre();
  return {
    ...setup,
    services: setup.services.map((service) => (service.id === id ? { ...service, ...change } : service)),
  };
}
