import { describe, expect, it } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { plainArray } from '#app/db/plain-array.server.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

describe('an array of what needs no quotes', () => {
  it.each([
    ['bigint', [], []],
    ['bigint', ['9007199254740993', null, '-5'], ['9007199254740993', null, '-5']],
    ['int', [1, null, -7], ['1', null, '-7']],
    ['date', ['2026-02-28', null], ['2026-02-28', null]],
    ['boolean', [true, false, null], ['true', 'false', null]],
  ] as const)('of %s is read as it was: %j', async (type, values, read) => {
    const text = `select array(select v::text from unnest($1::${type}[]) as v) as read`;
    const { rows } = await pool().query<{ read: (string | null)[] }>(text, [plainArray(values)]);
    expect(rows[0]!.read).toEqual(read);
  });

  it.each(['a b', '"', '1}', '{1', '\\', "'", '1,2', ''])('refuses %j', (value) => {
    expect(() => plainArray([value])).toThrow(RangeError);
  });
});
