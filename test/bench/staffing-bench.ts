// `node --import tsx test/bench/staffing-bench.ts --judge FOLDER [--seed S] [--worlds N] [--days N] [--kinds a,b]`: the staffing
// advice against the days of a neutral benchmark that is kept elsewhere. Every day is played without advice and with it
// followed after ten minutes; printed are the visitors who waited over 15 minutes, the extra counter-hours, and how many
// openings were needed (without them 20 % of the group's visitors of the next 70 minutes would have waited longer).
import { parseArgs } from 'node:util';
import { wasNeeded } from '../../server/domain/staffing/advice-record.ts';
import { type AdviceMemory, adviseStaffing } from '../../server/domain/staffing/advise.ts';
import type { AdvisedDeed } from '../../server/domain/staffing/staffing-advice.ts';
import { defaultStaffing, type StaffingPicture } from '../../server/domain/staffing/staffing-picture.ts';
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

type Control = { open(id: string, lead: number): void; close(id: string): void };

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

  onTick(view: JudgeView, control: Control): void {
    for (const counter of view.counters)
      if (counter.status !== 'closed') {
        this.#due.delete(counter.id);
        if (counter.reserve) this.seconds += 600;
      }
    this.#endLoans(view);
    const { advice, memory } = adviseStaffing(this.#picture(view), settings, this.memory);
    this.memory = memory;
    for (const { deed } of advice) this.#follow(deed, view, control);
  }

  /** Where lending is not asked for, every counter counts as lent already. */
  #picture(view: JudgeView): StaffingPicture {
    const lent = new Map(this.#loans.map((each) => [each.counterId, each.serviceIds]));
    const picture = this.#log.picture(view, this.#due, lent);
    if (values.lend) return picture;
    return { ...picture, counters: picture.counters.map((each) => ({ ...each, lentFor: each.serviceIds })) };
  }

  #follow(deed: AdvisedDeed, view: JudgeView, control: Control): void {
    const { counterId } = deed;
    const counter = view.counters.find(({ id }) => id === counterId);
    if (deed.kind === 'close') control.close(counterId);
    else if (deed.kind === 'lend') {
      counter?.services.push(...deed.serviceIds);
      this.#loans.push({ counterId, serviceIds: deed.serviceIds, until: deed.untilAt / 1000 });
      this.loans += 1;
    } else {
      this.openings.push({ at: view.now, component: counter?.comp ?? -1, counterId });
      this.#due.set(counterId, view.now + 600);
      control.open(counterId, 600);
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

type Row = Awaited<ReturnType<typeof judge.playDay>>['rows'][number];
const waitOf = ({ calledAt, joinedAt }: Row) => (calledAt ?? 63_000) - joinedAt;

async function playTwice(
  centre: Parameters<typeof judge.makeDay>[0],
  day: JudgeDay,
  kind: string,
  log: JudgeLog,
): Promise<void> {
  const rowsOf = async (controller: Follower | null) => {
    const { rows } = await judge.playDay({
      ...{ centre, day, driver: judge.driver(), watchers: [log.forOneDay()], controller },
    });
    return rows.filter((row) => row.outcome !== 'cancelled' && row.stage === 1);
  };
  const plain = await rowsOf(null);
  const follower = new Follower(log);
  const advised = await rowsOf(follower);
  const needed = follower.openings.filter(({ at, component }) => {
    const group = plain.filter((row) => centre.pub.component.service[row.service] === component);
    const visits = group.map((row) => ({ joinedAt: row.joinedAt * 1000, waitMs: waitOf(row) * 1000 }));
    return wasNeeded({ givenAt: at * 1000, targetMs: 900_000 }, visits).needed;
  }).length;
  for (const total of [kind, 'ALL']) {
    count(tallyOf(`${total} none`), plain);
    const tally = tallyOf(`${total} advised`);
    count(tally, advised);
    tally.hours += follower.seconds / 3600;
    tally.opens += follower.openings.length;
    tally.loans += follower.loans;
    tally.needed += needed;
  }
}

function count(tally: Tally, rows: readonly Row[]): void {
  tally.days += 1;
  tally.visitors += rows.length;
  tally.late += rows.filter((row) => waitOf(row) > 900).length;
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
