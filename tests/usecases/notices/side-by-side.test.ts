import { expect, it } from 'vitest';
import { sideBySide } from '#app/usecases/notices/side-by-side.ts';

/** Work that ends when it is told to. */
function held() {
  const begun: number[] = [];
  const ends = new Map<number, { now: () => void; badly: (error: Error) => void }>();
  const work = (one: number) => {
    begun.push(one);
    return new Promise<void>((now, badly) => void ends.set(one, { now, badly }));
  };
  const settle = () => new Promise((done) => void setImmediate(done));
  return { begun, work, end: (one: number) => ends.get(one)!, settle };
}

it('takes a free place again at once, in order, and no more places than there are by then', async () => {
  const { begun, work, end, settle } = held();
  let places = 2;
  const done = sideBySide([1, 2, 3, 4, 5], { work, atOnce: () => places });
  expect(begun).toEqual([1, 2]);
  end(2).now();
  await settle();
  expect(begun).toEqual([1, 2, 3]);
  places = 1;
  end(3).now();
  await settle();
  expect(begun).toEqual([1, 2, 3]);
  end(1).now();
  await settle();
  expect(begun).toEqual([1, 2, 3, 4]);
  places = 3;
  end(4).now();
  await settle();
  end(5).now();
  expect(await done).toEqual({ left: [], failure: null });
});

it('after a failure begins nobody, waits for those that were begun, and tells whom it left', async () => {
  const { begun, work, end, settle } = held();
  let ended = false;
  const done = sideBySide([1, 2, 3, 4], { work, atOnce: () => 2 }).finally(() => void (ended = true));
  const why = new Error('Shopify is away');
  end(1).badly(why);
  await settle();
  expect({ begun, ended }).toEqual({ begun: [1, 2], ended: false });
  end(2).badly(new Error('as well'));
  expect(await done).toEqual({ left: [3, 4], failure: why });
});

it('of nobody nothing is done', async () => {
  const { begun, work } = held();
  expect(await sideBySide([], { work, atOnce: () => 2 })).toEqual({ left: [], failure: null });
  expect(begun).toEqual([]);
});
