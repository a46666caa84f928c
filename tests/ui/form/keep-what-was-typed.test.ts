// What a form gets in place of an answer that didn't come.
import { expect, it, vi } from 'vitest';
import { keepWhatWasTyped } from '#app/ui/form/keep-what-was-typed.ts';

type Args = Parameters<typeof keepWhatWasTyped>[0];
const failing = (error: unknown) => {
  const serverAction: Args['serverAction'] = vi.fn().mockRejectedValue(error);
  return keepWhatWasTyped({ serverAction } as Args);
};

it('a save that failed twice got two answers: a form that waits for another one can be sent a third time', async () => {
  const [first, second] = [await failing(new TypeError('offline')), await failing(new TypeError('offline'))];
  expect([first, second]).toEqual(Array.from({ length: 2 }, () => ({ ok: false, reason: 'not-saved' })));
  expect(second).not.toBe(first);
});

it('a redirect is thrown on, and a refusal by status is an answer', async () => {
  await expect(failing(new Response(null, { status: 302 }))).rejects.toBeInstanceOf(Response);
  expect(await failing(new Response(null, { status: 500 }))).toMatchObject({ reason: 'not-saved' });
});
