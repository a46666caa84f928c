// One row of a file with members, read: who, how many points, and whatever else its columns say.
import { z } from 'zod';
import { isLeapYear } from '../moments/calendar.ts';
import { birthdayProblem, type Birthday } from '../moments/parse-birthday.ts';
import type { DateOrder, MovedField } from './layouts.ts';

const ROW_PROBLEMS = ['who', 'points', 'points-unclear', 'stamps', 'half', 'spills'] as const;

/** Whoever sends it: a day of the calendar, and a year of somebody who may have lived in ours. */
function isStorableBirthday({ month, day, year }: Birthday): boolean {
  if (birthdayProblem({ month, day, year: null }, LATEST) !== null) return false;
  return year === null || (1850 <= year && year <= 2099 && (month !== 2 || day < 29 || isLeapYear(year)));
}

const MOST_CARDS = 50;
/** No program of points for shoppers is older, nor a birthday later. */
const [EARLIEST, LATEST] = ['1950-01-01', '2099-12-31'];

/** As it is sent and kept: `who` is the customer's id, or stands for an address. */
export const movedRow = z.object({
  /** In the file, from 1 on, with its head. */
  line: z.int().positive().max(10_000_000),
  who: z.string().max(100),
  points: z.int().min(-1_000_000_000).max(1_000_000_000),
  stamps: z
    .record(z.string().max(60), z.int().min(-100_000).max(100_000))
    .refine((stamps) => Object.keys(stamps).length <= MOST_CARDS),
  birthday: z
    .object({ month: z.int(), day: z.int(), year: z.int().nullable() })
    .refine(isStorableBirthday)
    .nullable(),
  leftOut: z.boolean(),
  /** Since when they belonged to the program that they come from. */
  joinedOn: z.iso
    .date()
    .refine((day) => EARLIEST <= day && day <= LATEST)
    .nullish(),
  problem: z.enum(ROW_PROBLEMS).nullable(),
});
export type MovedRow = z.infer<typeof movedRow>;

type Read = {
  fields: readonly (MovedField | null)[];
  by: 'email' | 'customerId';
  dates: DateOrder;
  today: string;
};

export function readMovedRow(cells: readonly string[], line: number, how: Read): MovedRow {
  const { fields, by, dates, today } = how;
  const row: MovedRow = {
    line,
    who: '',
    points: 0,
    stamps: {},
    birthday: null,
    leftOut: false,
    joinedOn: null,
    problem: null,
  };
  if (cells.length < fields.length) row.problem = 'half';
  else if (hasSpilt(cells, fields)) row.problem = 'spills';
  for (const [place, field] of fields.entries()) {
    const cell = (cells[place] ?? '').trim();
    if (field === by) row.who = by === 'email' ? addressOf(cell) : idOf(cell);
    else if (field === 'birthday') row.birthday = birthdayOf(cell, dates, today);
    else if (field === 'joinedOn') row.joinedOn = joinedOnOf(cell, dates, today);
    else if (field === 'leftOut') row.leftOut = OUT.test(cell);
    else if (field === 'points') {
      const points = numberOf(cell);
      if (typeof points === 'number') row.points = points;
      else row.problem ??= points;
    } else if (field?.startsWith('stamps/')) {
      const stamps = numberOf(cell);
      if (typeof stamps !== 'number' || Math.abs(stamps) > 100_000) row.problem ??= 'stamps';
      else if (stamps !== 0) row.stamps[field] = stamps;
    }
  }
  if (row.who === '') row.problem ??= 'who';
  return row;
}

/** 52,620 without quotes is two cells: what follows has moved, and 52 would be wrong. */
function hasSpilt(cells: readonly string[], fields: Read['fields']): boolean {
  const more = cells.slice(fields.length);
  const at = fields.indexOf('points');
  const isThousands = at >= 0 && /^-?\d{1,3},\d{3}$/.test(cells.slice(at, at + 2).join(','));
  return more.some((cell) => cell.trim() !== '') || (more.length > 0 && isThousands);
}

const OUT = /^(yes|true|1|excluded|disabled|blocked|banned|oui)$/i;
const MOST = 1_000_000_000;

/** In small letters, as addresses are compared, and accents written in one way; empty where it is none. */
export function addressOf(text: string): string {
  const address = text.trim().toLowerCase().normalize('NFC');
  return address.length <= 320 && /^[^\s@]+@[^\s@]+$/.test(address) ? address : '';
}

const idOf = (cell: string): string =>
  /^(?:gid:\/\/shopify\/Customer\/)?'?([1-9]\d{0,18})$/.exec(cell)?.[1] ?? '';

/** Whole, in the member's favour. A dot before three digits may part thousands or decimals: nobody can tell. */
function numberOf(cell: string): number | 'points' | 'points-unclear' {
  const text = cell.replaceAll(/[\s\u00A0\u202F]/g, '');
  if (text === '') return 0;
  if (/^-?\d{1,3}\.\d{3}$/.test(text)) return 'points-unclear';
  const whole = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text;
  if (!/^-?\d{1,12}(\.\d{1,6})?$/.test(whole)) return 'points';
  const number = Math.ceil(Number(whole)) + 0;
  return Math.abs(number) > MOST ? 'points' : number;
}

const PARTS: Readonly<Record<DateOrder, (parts: readonly number[]) => readonly (number | null)[]>> = {
  mdy: ([month = 0, day = 0, year = null]) => [month, day, year],
  dmy: ([day = 0, month = 0, year = null]) => [month, day, year],
  ymd: (parts) =>
    parts.length === 3
      ? [parts[1] ?? 0, parts[2] ?? 0, parts[0] ?? null]
      : [parts[0] ?? 0, parts[1] ?? 0, null],
};

/** Null of what is no day with a year, or one to come. A time behind it is cut. */
export function joinedOnOf(cell: string, order: DateOrder, today: string): string | null {
  const [date = ''] = cell.trim().split(/[T ]/);
  const told = birthdayOf(date, order, today);
  if (told === null || told.year === null) return null;
  const day = [told.year, told.month, told.day].map((part) => String(part).padStart(2, '0')).join('-');
  return day < EARLIEST ? null : day;
}

/** Null of what is no date. The year 1004 stands for none. */
export function birthdayOf(cell: string, order: DateOrder, today: string): Birthday | null {
  const parts = /^'?(\d{1,4})[-/.](\d{1,2})(?:[-/.](\d{1,4}))?(?:[T ].*)?$/.exec(cell.trim());
  if (!parts) return null;
  const numbers = parts
    .slice(1)
    .filter((part) => part !== undefined)
    .map(Number);
  const isYearFirst = numbers.length === 3 && (numbers[0] ?? 0) > 31;
  const [month = 0, day = 0, told = null] = PARTS[isYearFirst ? 'ymd' : order](numbers);
  const year = told === 1004 || told === null ? null : told;
  const birthday = { month: month ?? 0, day: day ?? 0, year };
  return birthdayProblem(birthday, today) === null ? birthday : null;
}
