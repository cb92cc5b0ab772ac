// `node --import tsx test/bench/staffing-bench.ts --judge FOLDER [--seed S] [--worlds N] [--days N] [--kinds a,b]`: the staffing
// advice against the days of a neutral benchmark that is kept elsewhere. Every day is played without advice and with it
// followed after ten minutes; printed are the visitors who waited over 15 minutes, the extra counter-hours, and how many
// openings were needed (without them 20 % of the group's visitors of the next 70 minutes would have waited longer).
import { parseArgs } from 'node:util';
import { wasNeeded } from '../../server/domain/staffing/advice-record.ts';
import { type AdviceMemory, adviseStaffing } from '../../server/domain/staffing/advise.ts';
import { defaultStaffing } from '../../server/domain/staffing/staffing-picture.ts';
import { type JudgeDay, JudgeLog, type JudgeView, loadJudge } from './staffing-judge.ts';

const { values } = parseArgs({
  options: {
    judge: { type: 'string' },
    seed: { type: 'string', default: 'dev' },
    worlds: { type: 'string', default: '3' },
    days: { type: 'string', default: '2' },
    kinds: { type: 'string', default: 'ordinary,busy,surge,lean,slow' },
    profiles: { type: 'string', default: 'soctrang,hanam' },
    lend: { type: 'boolean', default: false },
    set: { type: 'string', default: '{}' },
  },
});
if (values.judge === undefined) {
  console.error('Name the folder of the benchmark: --judge FOLDER');
  process.exit(2);
}
const judge = await loadJudge(values.judge);
const settings = { ...defaultStaffing, ...(JSON.parse(values.set) as object) };

type Opening = { readonly at: number; readonly component: number; readonly counterId: string };
type Tally = {
  days: number;
  visitors: number;
  late: number;
  hours: number;
  opens: number;
  needed: number;
  loans: number;
};

/** Follows the advice as a supervisor would: opens, closes and, where asked, lends. */
class Follower {
  readonly openings: Opening[] = [];
  loans = 0;
  seconds = 0;
  memory: AdviceMemory = {};
  readonly #log: JudgeLog;
  readonly #due = new Map<string, number>();
  readonly #loans: { counterId: string; serviceIds: readonly string[]; until: number }[] = [];
  constructor(log: JudgeLog) {
    this.#log = log;
  }

  onTick(view: JudgeView, control: { open(id: string, lead: number): void; close(id: string): void }): void {
    for (const counter of view.counters)
      if (counter.status !== 'closed') {
        this.#due.delete(counter.id);
        if (counter.reserve) this.seconds += 600;
      }
    this.#endLoans(view);
    const picture = this.#log.picture(
      view,
      this.#due,
      new Map(this.#loans.map((each) => [each.counterId, each.serviceIds])),
    );
    const offered = values.lend
      ? picture
      : {
          ...picture,
          counters: picture.counters.map((each) =>
            each.reserve ? each : { ...each, lentFor: each.serviceIds },
          ),
        };
    const { advice, memory } = adviseStaffing(offered, settings, this.memory);
    this.memory = memory;
    if (view.now < 7 * 3600) return;
    for (const { deed } of advice) {
      if (deed.kind === 'close') control.close(deed.counterId);
      else if (deed.kind === 'lend') {
        const counter = view.counters.find(({ id }) => id === deed.counterId);
        counter?.services.push(...deed.serviceIds);
        this.#loans.push({
          counterId: deed.counterId,
          serviceIds: deed.serviceIds,
          until: deed.untilAt / 1000,
        });
        this.loans += 1;
      } else {
        const component = view.counters.find(({ id }) => id === deed.counterId)?.comp ?? -1;
        this.openings.push({ at: view.now, component, counterId: deed.counterId });
        this.#due.set(deed.counterId, view.now + 600);
        control.open(deed.counterId, 600);
      }
    }
  }

  #endLoans(view: JudgeView): void {
    for (const loan of this.#loans.filter(({ until }) => until <= view.now)) {
      const counter = view.counters.find(({ id }) => id === loan.counterId);
      for (const id of loan.serviceIds) counter?.services.splice(counter.services.lastIndexOf(id), 1);
      this.#loans.splice(this.#loans.indexOf(loan), 1);
    }
  }
}

const tallies = new Map<string, Tally>();
function tallyOf(name: string): Tally {
  const tally = tallies.get(name) ?? {
    days: 0,
    visitors: 0,
    late: 0,
    hours: 0,
    opens: 0,
    needed: 0,
    loans: 0,
  };
  tallies.set(name, tally);
  return tally;
}

async function playWorld(profile: string, world: number): Promise<void> {
  const centre = judge.makeCentre(profile, `${values.seed}/${world}`, { reserve: true });
  const log = new JudgeLog(centre.pub);
  for (const [index, kind] of judge.HISTORY.entries()) {
    const day = judge.makeDay(centre, kind, `h${index}`);
    await judge.playDay({ centre, day, driver: judge.driver(), watchers: [log] });
  }
  for (const kind of values.kinds.split(',')) {
    if (kind === 'surge' && profile !== 'soctrang') continue;
    for (let index = 0; index < Number(values.days); index += 1)
      await playTwice(centre, judge.makeDay(centre, kind, `t${index}`), kind, log);
  }
}

async function playTwice(
  centre: Parameters<typeof judge.makeDay>[0],
  day: JudgeDay,
  kind: string,
  log: JudgeLog,
): Promise<void> {
  const rowsOf = async (follower: Follower | null) => {
    const today = log.forOneDay();
    const { rows } = await judge.playDay({
      centre,
      day,
      driver: judge.driver(),
      watchers: [today],
      controller: follower,
    });
    return rows.filter((row) => row.outcome !== 'cancelled' && row.stage === 1);
  };
  const component = centre.pub.component.service;
  const waitOf = (row: { calledAt: number | null; joinedAt: number }) =>
    (row.calledAt ?? 63_000) - row.joinedAt;
  const plain = await rowsOf(null);
  const follower = new Follower(log);
  const advised = await rowsOf(follower);
  for (const [name, rows] of [
    ['none', plain],
    ['advised', advised],
  ] as const) {
    for (const total of [kind, 'ALL']) {
      const tally = tallyOf(`${total} ${name}`);
      tally.days += 1;
      tally.visitors += rows.length;
      tally.late += rows.filter((row) => waitOf(row) > 900).length;
      if (name === 'none') continue;
      tally.hours += follower.seconds / 3600;
      tally.opens += follower.openings.length;
      tally.loans += follower.loans;
      tally.needed += follower.openings.filter(
        (opening) =>
          wasNeeded(
            { givenAt: opening.at * 1000, targetMs: 900_000 },
            plain
              .filter((row) => component[row.service] === opening.component)
              .map((row) => ({ joinedAt: row.joinedAt * 1000, waitMs: waitOf(row) * 1000 })),
          ).needed,
      ).length;
    }
  }
}

for (const profile of values.profiles.split(','))
  for (let world = 0; world < Number(values.worlds); world += 1) await playWorld(profile, world);
for (const kind of [...values.kinds.split(','), 'ALL']) {
  const [none, advised] = [tallyOf(`${kind} none`), tallyOf(`${kind} advised`)];
  const share = ({ late, visitors }: Tally) => (100 * late) / visitors;
  const percent = (value: number) => `${value.toFixed(1)} %`;
  console.log(
    `${kind.padEnd(9)} over 15 min: ${percent(share(none))} -> ${percent(share(advised))} (${percent(100 * (share(advised) / share(none) - 1))}); ${(advised.hours / advised.days).toFixed(1)} extra hours a day; ${(advised.opens / advised.days).toFixed(1)} openings a day, needed ${percent((100 * advised.needed) / advised.opens)}; ${(advised.loans / advised.days).toFixed(1)} loans a day`,
  );
}
