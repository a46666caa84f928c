import type { DeclaredMoment } from './moment-kind.ts';

/** So long until the gift of who waits for it. */
const WAITS_DAYS = 12;

export const birthday = {
  key: 'birthday',
  told: true,
  hasYear: true,
  dateOf: ({ birthday: told }) => told && { date: told, setOn: told.setOn, afterYear: -Infinity },
  // On the day itself, open for a month; who tells it less than a month ahead waits for so long.
  first: { points: '50', daysBefore: '0', daysAfter: '30', waitDays: '30' },
  previews: [
    { shopper: 'birthday-waiting', daysSince: () => -WAITS_DAYS, given: false },
    { shopper: 'birthday-today', daysSince: () => 0, given: true },
    // On the birthday itself, where the gift comes before it.
    { shopper: 'birthday-given', daysSince: ({ daysBefore }) => Math.max(1, daysBefore), given: true },
    {
      shopper: 'birthday-over',
      daysSince: ({ daysBefore, daysAfter }) => daysBefore + daysAfter + 1,
      given: true,
    },
  ],
} as const satisfies DeclaredMoment;
