import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OFFER_DAYS, OFFER_HOURS, whenToTell, type TellFacts } from '#app/core/notices/when-to-tell.ts';
import { addDays, dayIn, daysBetween } from '#app/core/values/days.ts';

const PARIS = 'Europe/Paris';
const NOTHING = { lastOfferAt: null, lastOrderAt: null };
const offer = (at: string, more: Partial<TellFacts> = {}) =>
  whenToTell('offer', { at: new Date(at), timeZone: PARIS, ...NOTHING, ...more }).toISOString();

describe('S-14 when a member is told', () => {
  it('a fact is told at once, at any hour', () => {
    const at = new Date('2026-11-22T02:00:00Z');
    expect(whenToTell('fact', { at, timeZone: PARIS, lastOfferAt: at, lastOrderAt: at })).toEqual(at);
  });

  it('an offer waits for the shop’s morning', () => {
    expect(offer('2026-11-22T07:59:59Z')).toBe('2026-11-22T08:00:00.000Z');
    expect(offer('2026-11-22T08:00:00Z')).toBe('2026-11-22T08:00:00.000Z');
    expect(offer('2026-11-22T16:59:59Z')).toBe('2026-11-22T16:59:59.000Z');
    expect(offer('2026-11-22T17:00:00Z')).toBe('2026-11-23T08:00:00.000Z');
  });

  it('also on the days on which clocks change', () => {
    expect(offer('2026-03-29T00:30:00Z')).toBe('2026-03-29T07:00:00.000Z');
    expect(offer('2026-10-25T00:30:00Z')).toBe('2026-10-25T08:00:00.000Z');
  });

  it('C151 not within two days after an order, and once in seven days', () => {
    expect(offer('2026-11-22T10:00:00Z', { lastOrderAt: new Date('2026-11-21T10:00:00Z') })).toBe(
      '2026-11-24T08:00:00.000Z',
    );
    expect(offer('2026-11-24T10:00:00Z', { lastOrderAt: new Date('2026-11-21T10:00:00Z') })).toBe(
      '2026-11-24T10:00:00.000Z',
    );
    expect(offer('2026-11-22T10:00:00Z', { lastOfferAt: new Date('2026-11-20T16:00:00Z') })).toBe(
      '2026-11-27T08:00:00.000Z',
    );
  });

  it('C151 whatever the zone: by day, in its hours, and never too soon', () => {
    const instant = fc.date({
      min: new Date('2026-01-01'),
      max: new Date('2027-12-31'),
      noInvalidDate: true,
    });
    const zone = fc.constantFrom(
      PARIS,
      'Pacific/Apia',
      'America/St_Johns',
      'Pacific/Honolulu',
      'Asia/Kathmandu',
    );
    fc.assert(
      fc.property(
        instant,
        zone,
        fc.option(instant),
        fc.option(instant),
        (at, timeZone, lastOfferAt, lastOrderAt) => {
          const when = whenToTell('offer', { at, timeZone, lastOfferAt, lastOrderAt });
          const hour = Number(
            new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(when),
          );
          expect(when.getTime()).toBeGreaterThanOrEqual(at.getTime());
          expect(hour).toBeGreaterThanOrEqual(OFFER_HOURS.from);
          expect(hour).toBeLessThan(OFFER_HOURS.until);
          const day = dayIn(timeZone, when);
          if (lastOfferAt)
            expect(daysBetween(dayIn(timeZone, lastOfferAt), day)).toBeGreaterThanOrEqual(OFFER_DAYS.between);
          if (lastOrderAt)
            expect(day > addDays(dayIn(timeZone, lastOrderAt), OFFER_DAYS.afterOrder)).toBe(true);
        },
      ),
    );
  });
});
