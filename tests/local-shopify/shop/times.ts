// Shopify's instants: whole seconds, told in the shop's own offset in payloads and in UTC by the Admin API.

/** `2026-11-21T09:30:00Z` */
export function wholeSecond(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function offsetOf(date: Date, timeZone: string): string {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
    formats.set(timeZone, format);
  }
  const name = format.formatToParts(date).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  return name === 'GMT' ? '+00:00' : name.slice(3);
}

/** The same instant as payloads write it: `2026-11-21T10:30:00+01:00`. */
export function inZone(instant: string, timeZone: string): string {
  const date = new Date(instant);
  const offset = offsetOf(date, timeZone);
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6));
  const shifted = new Date(date.getTime() + (offset.startsWith('-') ? -minutes : minutes) * 60_000);
  return `${shifted.toISOString().slice(0, 19)}${offset}`;
}
