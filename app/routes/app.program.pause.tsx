import { z } from 'zod';
import { keepWhatWasTyped } from '#app/ui/form/keep-what-was-typed.ts';
import { pauseProgram } from '#app/usecases/editing/pause-program.ts';
import { forMerchant } from './merchant/for-merchant.ts';
import { parseBody } from './merchant/parse-body.ts';

const wanted = z.object({ paused: z.boolean() });

/** Pauses the program, or starts it again. */
export const action = forMerchant(async ({ shop, userId, request }) => {
  const { paused } = await parseBody(request, wanted);
  return pauseProgram(shop.id, paused, userId);
});

export const clientAction = keepWhatWasTyped;
