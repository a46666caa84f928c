// Calendar days, `YYYY-MM-DD`. A day of the shop is one of its time zone, whose days may have 23 or 25 hours.

/** The day of an instant in an IANA time zone. */
export function dayIn(timeZone: string, instant: Date): string {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  return new Intl.DateTimeFormat('en-CA', { timeZone, ...parts }).format(instant);
}

/** `count` days later, or earlier below 0. In UTC every day has 24 hours. */
export function addDays(day: string, count: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + count);
  return at.toISOString().slice(0, 10);
}
