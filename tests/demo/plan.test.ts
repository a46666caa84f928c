import { expect, test } from 'vitest';
import { coffeeRoaster } from '#tests/local-shopify/shop/coffee-roaster.ts';
import { birthDates } from './history/birth-dates.ts';
import { PEOPLE } from './history/people.ts';
import { END_MINUTE, plannedOrders, WEEK_ENDS } from './history/plan.ts';

const orders = plannedOrders();
const weekOf = (day: number) => WEEK_ENDS.findIndex((end) => day <= end);
const buyers = [...new Set(orders.flatMap(({ buyer }) => buyer ?? []))];
const of = (email: string) => orders.filter(({ buyer }) => buyer === email);

test('every demo lives through the same three months', () => {
  expect(plannedOrders()).toEqual(orders);
  expect(birthDates('2026-08-27')).toEqual(birthDates('2026-08-27'));
});

test('everybody is somebody, and the shop sells what they buy', () => {
  const { customers, products } = coffeeRoaster();
  const known = [...customers, ...PEOPLE].map(({ email }) => email);
  expect(new Set(known).size).toBe(known.length);
  expect(buyers.filter((email) => !known.includes(email))).toEqual([]);
  const handles = products.map(({ handle }) => handle);
  const sold = orders.flatMap(({ bought }) => bought.map(([handle]) => handle));
  expect(sold.filter((handle) => !handles.includes(handle))).toEqual([]);
});

test('each week ends after its orders, and nobody orders twice in one', () => {
  for (const { day, minute } of orders) {
    expect(weekOf(day)).toBeGreaterThanOrEqual(0);
    expect(minute).toBeLessThan(END_MINUTE);
  }
  for (const email of buyers) {
    const weeks = of(email).map(({ day }) => weekOf(day));
    expect(new Set(weeks).size, email).toBe(weeks.length);
    // The app dates joining by its clock, which is at the week's end then.
    expect(WEEK_ENDS, email).toContain(of(email)[0]?.day);
  }
});

test('most come back, some do not', () => {
  const back = buyers.filter((email) => of(email).length > 1).length;
  expect(buyers).toHaveLength(50);
  expect(back).toBeGreaterThan(30);
  expect(back).toBeLessThan(45);
});
