// Ten years of random zones, dates, changes, outages and settings, against a plain reference that walks day by day.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayIn } from '#app/core/values/days.ts';
import { dueGifts, type MomentMember } from '#app/core/moments/due-gifts.ts';
import { nextGiftOn } from '#app/core/moments/next-gift.ts';
import { whoOf } from '#app/core/moments/who-of-moment.ts';
import { isAmong } from '#app/core/who/who.ts';
import { runningMoments } from '#app/core/moments/running-moments.ts';
import type { ProgramVersion } from '#app/core/program/program-rules.ts';
import type { MomentKind } from '#app/core/moments/kinds/moment-kinds.ts';
import type { Moment } from '#app/core/moments/moment-rules.ts';
import { momentMember, rules } from '#tests/support/factories.ts';

const NOTHING_KNOWN = {
  tags: [],
  birthMonth: null,
  orders: 0,
  uncounted: false,
  lastOn: null,
  bought: [],
  collections: {},
};
const START = '2026-03-01';
const DAYS = 3_650;

const zones = [
  'Pacific/Apia',
  'Pacific/Honolulu',
  'Europe/Paris',
  'Asia/Kathmandu',
  'America/St_Johns',
  'UTC',
];

const rule = (kind: MomentKind) =>
  fc.record({
    kind: fc.constant(kind),
    offer: fc.constant({ kind: 'points', points: 50 } as const),
    daysBefore: fc.constantFrom(0, 0, 3, 7, 30),
    daysAfter: fc.constantFrom(0, 0, 3, 7, 60),
    waitDays: kind === 'birthday' ? fc.constantFrom(0, 0, 7, 30, 365) : fc.constant(0),
    who: fc.constantFrom('all', 'all', 'ordered' as const),
    asksYear: fc.constant(false),
  });

/** A leap day, New Year and its neighbours come up often. */
const born = fc.oneof(
  fc.constantFrom({ month: 2, day: 29 }, { month: 1, day: 1 }, { month: 12, day: 31 }, { month: 1, day: 5 }),
  fc.record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) }),
);

const event = fc.record({
  /** Days and hours after the start. */
  day: fc.integer({ min: 0, max: DAYS }),
  hour: fc.integer({ min: 0, max: 23 }),
  what: fc.oneof(
    fc.record({ told: born }),
    fc.record({ occasions: fc.tuple(fc.option(rule('birthday')), fc.option(rule('anniversary'))) }),
    fc.record({ blocked: fc.boolean() }),
    fc.record({ outageDays: fc.constantFrom(1, 2, 20, 400) }),
    fc.record({ ordered: fc.constant(true) }),
    fc.record({ paused: fc.boolean() }),
  ),
});

const story = fc.record({
  zone: fc.constantFrom(...zones),
  joined: fc.constantFrom('2024-02-29', '2025-12-31', '2026-01-01', '2026-02-10'),
  first: fc.tuple(rule('birthday'), fc.option(rule('anniversary'))),
  birthday: fc.option(born),
  events: fc.array(event, { maxLength: 25 }),
});
type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

type State = {
  member: MomentMember;
  lastOrderedOn: string | null;
  blocked: boolean;
  sweptThrough: string;
  versions: ProgramVersion[];
};

const present = (occasions: readonly (Moment | null)[]) => occasions.filter((each) => each !== null);
const published = (
  number: number,
  publishedAt: Date,
  occasions: Moment[],
  paused = false,
): ProgramVersion => ({
  number,
  publishedAt,
  rules: rules({ occasions, ...(paused && { paused }) }),
});

type Look = { state: State; today: string };

/** Plays the story hour by hour where something happens, as the use cases do; says what was given at each look. */
function play({ zone, joined, first, birthday, events }: Story) {
  const begin = new Date(`${START}T00:00:00Z`).getTime();
  const setOn = addDays(START, -800);
  const state: State = {
    member: momentMember({ birthday: birthday && { ...birthday, setOn }, joinedOn: joined }),
    lastOrderedOn: null,
    blocked: false,
    sweptThrough: addDays(dayIn(zone, new Date(begin)), -1),
    versions: [published(1, new Date(begin), present(first))],
  };
  const looks: (Look & { gave: string[] })[] = [];
  let downUntil = 0;
  const look = (today: string) => {
    const { versions, member, lastOrderedOn, sweptThrough, blocked } = state;
    const running = runningMoments(versions, versions.length, zone);
    // As the sweep asks the database, by the conditions that the rule's word is read as.
    const isFor = (kind: MomentKind, day: string) => {
      const { occasion } = running.find((each) => each.occasion.kind === kind)!;
      return isAmong(whoOf(occasion), { ...NOTHING_KNOWN, orderedOn: lastOrderedOn }, day) === true;
    };
    const due = blocked ? [] : dueGifts({ ...member, isFor }, running, { sweptThrough, today });
    looks.push({
      state: { ...state, versions: [...versions] },
      today,
      gave: due.map((gift) => `${gift.occasion.kind}/${gift.year}`),
    });
    const gifts = due.map(({ occasion, year, on, until }) => ({ occasion: occasion.kind, year, on, until }));
    state.member = { ...member, given: [...member.given, ...gifts] };
  };
  const happens = (what: Story['events'][number]['what'], at: number) => {
    const today = dayIn(zone, new Date(at));
    if ('told' in what) state.member = { ...state.member, birthday: { ...what.told, setOn: today } };
    if ('ordered' in what) state.lastOrderedOn = today;
    if ('blocked' in what) state.blocked = what.blocked;
    if ('outageDays' in what) downUntil = Math.max(downUntil, at + what.outageDays * 86_400_000);
    const { occasions, paused = false } = state.versions.at(-1)!.rules;
    const next = state.versions.length + 1;
    if ('paused' in what) state.versions.push(published(next, new Date(at), occasions, what.paused));
    if (!('occasions' in what)) return;
    const ran = occasions.length > 0;
    state.versions.push(published(next, new Date(at), present(what.occasions), paused));
    const yesterday = addDays(today, -1);
    if (!ran || state.sweptThrough > yesterday) state.sweptThrough = yesterday;
  };
  const sorted = [...events].sort((a, b) => a.day - b.day || a.hour - b.hour);
  for (let day = 0; day <= DAYS; day += 1) {
    const todays = sorted.filter((each) => each.day === day);
    for (const hour of new Set([0, 12, ...todays.map((each) => each.hour)].sort((a, b) => a - b))) {
      const at = begin + (day * 24 + hour) * 3_600_000;
      const now = todays.filter((each) => each.hour === hour);
      for (const { what } of now) happens(what, at);
      if (at < downUntil) continue;
      const today = dayIn(zone, new Date(at));
      const { occasions, paused } = state.versions.at(-1)!.rules;
      if (paused) continue;
      const runs = occasions.length > 0;
      const isNewDay = runs && state.sweptThrough < today;
      if (isNewDay || now.length > 0) look(today);
      if (isNewDay) state.sweptThrough = today;
    }
  }
  return { looks, given: state.member.given.map(({ occasion, year }) => `${occasion}/${year}`) };
}

const DAY_MS = 86_400_000;
const utc = (day: string): number => Date.parse(day);

/** The same question put plainly: by instants in UTC, year after year, with every condition in words of its own. */
function plainlyDue({ state, today }: Look, zone: string, alreadyGiven: ReadonlySet<string>): string[] {
  if (state.blocked) return [];
  const now = utc(today);
  const from = Math.min(utc(state.sweptThrough) + DAY_MS, now);
  const versions = [...state.versions].reverse();
  /** The days that lie wholly within a pause. */
  const isPaused = (day: number) => {
    const before = state.versions.filter(({ publishedAt }) => utc(dayIn(zone, publishedAt)) < day);
    const within = state.versions.some(({ publishedAt }) => utc(dayIn(zone, publishedAt)) === day);
    return !within && before.at(-1)?.rules.paused === true;
  };
  return versions[0]!.rules.occasions.flatMap((rule) => {
    const until = versions.findIndex((each) => !each.rules.occasions.some(({ kind }) => kind === rule.kind));
    const run = until === -1 ? versions : versions.slice(0, until);
    const since = utc(dayIn(zone, run.at(-1)!.publishedAt));
    const { birthday, joinedOn } = state.member;
    const { lastOrderedOn } = state;
    const [joinYear, joinMonth, joinDay] = joinedOn.split('-').map(Number) as [number, number, number];
    const isBirthday = rule.kind === 'birthday';
    if (isBirthday && !birthday) return [];
    const { month, day } = isBirthday ? birthday! : { month: joinMonth, day: joinDay };
    const firstYear = new Date(from - 100 * DAY_MS).getUTCFullYear();
    const lastYear = new Date(now + 100 * DAY_MS).getUTCFullYear();
    const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
    return years.flatMap((year) => {
      const asked = new Date(Date.UTC(year, month - 1, day));
      const middle = asked.getUTCMonth() === month - 1 ? asked.getTime() : Date.UTC(year, 1, 28);
      const opens = middle - rule.daysBefore * DAY_MS;
      const closes = middle + rule.daysAfter * DAY_MS;
      const lastOn = state.member.given.flatMap(({ occasion, on }) =>
        occasion === rule.kind ? [utc(on!)] : [],
      );
      const rested = Math.max(opens, ...lastOn.map((day) => day + 270 * DAY_MS));
      const waited = isBirthday ? Math.max(rested, utc(birthday!.setOn) + rule.waitDays * DAY_MS) : rested;
      const laterGiven = [...alreadyGiven].some(
        (gift) => gift >= `${rule.kind}/${year}` && gift.startsWith(rule.kind),
      );
      const ordered = lastOrderedOn !== null && utc(lastOrderedOn) >= opens - 365 * DAY_MS;
      const isDue =
        (isBirthday || year > joinYear) &&
        closes >= from &&
        opens <= now &&
        waited <= now &&
        waited <= closes &&
        since <= closes &&
        !isPaused(waited) &&
        !laterGiven &&
        (rule.who === 'all' || ordered);
      return isDue ? [`${rule.kind}/${year}`] : [];
    });
  });
}

describe('ten years of sweeps', () => {
  it(
    'C57 C58 C59 give exactly what was due at each look, and never twice in an occasion’s year',
    { timeout: 60_000 },
    () => {
      fc.assert(
        fc.property(story, (told) => {
          const { looks, given } = play(told);
          expect(new Set(given).size).toBe(given.length);
          const before = new Set<string>();
          for (const each of looks) {
            expect(each.gave).toEqual(plainlyDue(each, told.zone, before));
            for (const gift of each.gave) before.add(gift);
          }
        }),
        { numRuns: 25 },
      );
    },
  );

  it('C55 C56 C57 give one gift a year whatever outages there were, where nothing else changes', () => {
    const steady = fc.record({
      told: story,
      date: born,
      outages: fc.array(
        fc.record({ day: fc.integer({ min: 0, max: DAYS - 500 }), days: fc.integer({ min: 1, max: 420 }) }),
      ),
    });
    fc.assert(
      fc.property(steady, ({ told, date, outages }) => {
        const birthdayRule = { ...told.first[0], who: 'all' as const };
        const events = outages.map(({ day, days }) => ({ day, hour: 5, what: { outageDays: days as 1 } }));
        const { given } = play({ ...told, first: [birthdayRule, null], birthday: date, events });
        const years = given.map((gift) => Number(gift.slice(-4)));
        // The first and last windows lie across the story's ends; every year between them has its one gift.
        expect(years).toEqual(years.map((_, index) => years[0]! + index));
        expect(years.length).toBeGreaterThanOrEqual(9);
        expect(years.length).toBeLessThanOrEqual(11);
      }),
      { numRuns: 25 },
    );
  });

  it('the next gift that a block names is the one that then comes', () => {
    fc.assert(
      fc.property(
        rule('birthday'),
        born,
        fc.integer({ min: 0, max: 900 }),
        fc.nat(400),
        (of, date, ahead, told) => {
          const today = addDays(START, ahead);
          const setOn = addDays(today, -told);
          const member = momentMember({ birthday: { ...date, setOn }, joinedOn: START });
          const running = [{ occasion: { ...of, who: 'all' as const }, since: START, version: 1 }];
          const named = nextGiftOn({ ...date, setOn, givenYear: null }, of, today);
          const looked = (day: string) =>
            dueGifts(member, running, { sweptThrough: addDays(day, -1), today: day });
          for (let day = today; day < named; day = addDays(day, 1)) expect(looked(day)).toEqual([]);
          expect(looked(named)).toHaveLength(1);
        },
      ),
      { numRuns: 60 },
    );
  });
});
