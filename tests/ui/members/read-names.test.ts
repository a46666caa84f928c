// Names of a long list are asked for in parts that the server takes whole.
import { afterEach, expect, it, vi } from 'vitest';
import { NAMES_AT_ONCE } from '#app/core/members/names-at-once.ts';
import { readNames, type CustomerNames } from '#app/ui/members/read-names.ts';

afterEach(() => vi.unstubAllGlobals());

const ids = Array.from({ length: 2 * NAMES_AT_ONCE + 1 }, (_, nr) => String(nr + 1));

async function read(status = 200): Promise<{ asked: string[][]; names: CustomerNames }> {
  const asked: string[][] = [];
  let names: CustomerNames = {};
  vi.stubGlobal('fetch', (address: string) => {
    const some = address.split('ids=')[1]!.split(',');
    asked.push(some);
    return Promise.resolve(
      Response.json(Object.fromEntries(some.map((id) => [id, `Customer ${id}`])), { status }),
    );
  });
  await readNames(ids, (more) => (names = { ...names, ...more }), new AbortController().signal);
  return { asked, names };
}

it('all of a list have their names, however long it is', async () => {
  const { asked, names } = await read();
  expect(asked.map((some) => some.length)).toEqual([NAMES_AT_ONCE, NAMES_AT_ONCE, 1]);
  expect(Object.keys(names)).toHaveLength(ids.length);
});

it('once the server refuses, nobody else is asked for', async () => {
  const { asked, names } = await read(503);
  expect(asked).toHaveLength(1);
  expect(names).toEqual({});
});
