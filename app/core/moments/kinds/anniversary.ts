import { monthDayOf, yearOf } from '../calendar.ts';
import type { DeclaredMoment } from './moment-kind.ts';

/** The day of joining. Nobody tells it, so nothing waits for it; its first gift comes a year later. */
export const anniversary = {
  key: 'anniversary',
  told: false,
  hasYear: false,
  dateOf: ({ joinedOn }) => ({ date: monthDayOf(joinedOn), setOn: null, afterYear: yearOf(joinedOn) }),
  first: { points: '50', daysBefore: '0', daysAfter: '7', waitDays: '0' },
  previews: [{ shopper: 'anniversary-today', daysSince: () => 0, given: true }],
} as const satisfies DeclaredMoment;
