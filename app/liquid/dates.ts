// `'now' | date: '%Y-%m-%d'` is the shop's own day, as at Shopify.
import { filters, type Liquid } from 'liquidjs';

/** Given to `render` among the globals, under the name `clock`; Shopify's Liquid has no such object. */
export type LiquidClock = {
  at: Date;
  /** The shop's, an IANA name. */
  timeZone: string;
};

const NOW = new Set<unknown>(['now', 'today']);

const { date } = filters;
if (typeof date !== 'function') throw new TypeError('liquidjs has no date filter');
const written = date;

/** @throws {TypeError} where a page asks for the time and was rendered without a clock. */
export function registerDates(liquid: Liquid): void {
  liquid.registerFilter('date', function (value: unknown, format: unknown) {
    const clock = this.context.getSync(['clock']);
    if (!isClock(clock)) throw new TypeError('rendered without a clock');
    const at = NOW.has(value) ? clock.at : value;
    return written.call(this, at, format, clock.timeZone) as unknown;
  });
}

function isClock(value: unknown): value is LiquidClock {
  return typeof value === 'object' && value !== null && 'at' in value && 'timeZone' in value;
}
