// The guide tells operators how many connections each kind of process holds: as many as the budget says.
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { BUDGET, type ProcessKind } from '#app/db/connections.server.ts';

const MAX_CONNECTIONS = 100;
const KEPT_FOR_SUPERUSERS = 3;

const guide = await readFile(new URL('../../app/docs/operations.md', import.meta.url), 'utf8');
const totalOf = (kind: ProcessKind) => Object.values(BUDGET[kind]).reduce((sum, most) => sum + most, 0);

test.each(['web', 'worker'] as const)('the guide states the budget of a %s process', (kind) => {
  const row = new RegExp(`\\| \`npm run ${kind}\` +\\| (\\d+) +\\| ([^|]+)\\|`).exec(guide);
  expect(Number(row?.[1])).toBe(totalOf(kind));
  const parts = row?.[2]?.match(/\d+/g)?.map(Number);
  expect(parts).toEqual(Object.values(BUDGET[kind]).filter((most) => most > 0));
});

test('two processes of each kind fit into the connections that PostgreSQL lets in by default', () => {
  const both = 2 * (totalOf('web') + totalOf('worker'));
  expect(guide).toContain(`two of each (${both})`);
  expect(both).toBeLessThanOrEqual(MAX_CONNECTIONS - KEPT_FOR_SUPERUSERS);
});
