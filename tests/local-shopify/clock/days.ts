// Calendar days of a shop, `YYYY-MM-DD`.
import { inZone } from '#tests/local-shopify/shop/times.ts';

/** The day of an instant in an IANA time zone. */
export function dayIn(timeZone: string, instant: Date): string {
  return inZone(instant.toISOString(), timeZone).slice(0, 10);
}

/** `count` days later, or earlier below 0. */
export function addDays(day: string, count: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + count);
  return at.toISOString().slice(0, 10);
}
