// Calendar days, `YYYY-MM-DD`. A day of the shop is one of its time zone, whose days may have 23 or 25 hours.

/** Making one takes longer than using it a hundred times; there are as many as there are zones. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, ...parts });
  formats.set(timeZone, made);
  return made;
}

/** The day of an instant in an IANA time zone. */
export function dayIn(timeZone: string, instant: Date): string {
  return formatOf(timeZone).format(instant);
}

/** `count` days later, or earlier below 0. In UTC every day has 24 hours. */
export function addDays(day: string, count: number): string {
  // A sweep asks this of every member, mostly for a window that begins and ends on the day itself.
  if (count === 0) return day;
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + count);
  return at.toISOString().slice(0, 10);
}

const MINUTE_MS = 60_000;

/** The day in UTC so many hours later, or earlier below 0: 12 to 14 hours away it has begun, or is over, in every zone. */
export function dayAfterHours(instant: Date, hours: number): string {
  return new Date(instant.getTime() + hours * 60 * MINUTE_MS).toISOString().slice(0, 10);
}

/** Zones lie within 14 hours of UTC, and a little more has been seen. */
const WIDEST_MINUTES = 16 * 60;

/** The first instant of a day in an IANA time zone; some days don't begin at midnight. To the minute. */
export function startOfDay(timeZone: string, day: string): Date {
  const middle = new Date(`${day}T00:00:00Z`).getTime();
  const instant = (minutes: number) => new Date(middle + minutes * MINUTE_MS);
  let before = -WIDEST_MINUTES;
  let within = WIDEST_MINUTES;
  while (within - before > 1) {
    const half = Math.floor((before + within) / 2);
    if (dayIn(timeZone, instant(half)) >= day) within = half;
    else before = half;
  }
  return instant(within);
}

/** The instant at which a day is over. */
export function endOfDay(timeZone: string, day: string): Date {
  return startOfDay(timeZone, addDays(day, 1));
}

const DAY_MS = 86_400_000;

/** Days from one day to another; below 0 where the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}
