import { expect, test } from 'vitest';
import { isClosedOrder, type Leaver } from '#app/core/leaving/closed-order.ts';

const TEN = new Date('2026-11-21T10:00:00Z');
const HERE: Leaver = { isLeft: false, returnedAt: null };
const AWAY: Leaver = { isLeft: true, returnedAt: null };
const back = (at: string): Leaver => ({ isLeft: false, returnedAt: new Date(`2026-11-21T${at}Z`) });

test.each<[string, Leaver | null, boolean]>([
  ['a guest’s', null, false],
  ['of who stayed', HERE, false],
  ['of who left', AWAY, true],
  ['from before the return', back('10:00:01'), true],
  ['of the very second of the return', back('10:00:00'), false],
  ['after the return', back('09:00:00'), false],
])('an order %s', (_, person, closed) => {
  expect(isClosedOrder({ placedAt: TEN }, [person])).toBe(closed);
  expect(isClosedOrder({ closed: true, placedAt: TEN }, [person])).toBe(true);
});

test('whom it names counts beside whose it is', () => {
  expect(isClosedOrder({ placedAt: TEN }, [HERE, AWAY])).toBe(true);
});
