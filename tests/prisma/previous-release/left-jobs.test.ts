// Jobs that the release before left in the queue are carried out by this one: each of its names is still there, for the same payload.
// jobs.json is what it knew; take-statements.ts writes it. Names that it doesn't know it leaves to us, as the queue does with any.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { JOBS } from '#app/core/jobs.ts';
import { TASKS } from '#app/jobs/tasks.ts';

const file = path.join(import.meta.dirname, 'jobs.json');
const left = JSON.parse(await readFile(file, 'utf8')) as Record<string, boolean>;

test('every job that the release before may have left is known, by the payload that it had', () => {
  expect(Object.keys(left).length).toBeGreaterThan(20);
  for (const [name, perShop] of Object.entries(left)) {
    const job = JOBS[name as keyof typeof JOBS];
    expect(job?.perShop, name).toBe(perShop);
    if (perShop) expect(job.payload.safeParse({ shopId: 1 }).success, name).toBe(true);
    expect(TASKS[name], name).toBeDefined();
  }
});
