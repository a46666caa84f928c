import { z } from 'zod';
import { keepWhatWasTyped } from '#app/ui/form/keep-what-was-typed.ts';
import { pauseMoment } from '#app/usecases/editing/pause-moment.ts';
import { pauseProgram } from '#app/usecases/editing/pause-program.ts';
import { forMerchant } from './merchant/for-merchant.ts';
import { parseBody } from './merchant/parse-body.ts';

const wanted = z.object({
  paused: z.boolean(),
  /** Its key; absent: the whole program. */
  moment: z.string().max(100).optional(),
});

/** Pauses the program or one of its moments, or starts it again. */
export const action = forMerchant(async ({ shop, userId, request }) => {
  const { paused, moment } = await parseBody(request, wanted);
  if (moment !== undefined) return pauseMoment(shop.id, { moment, paused }, userId);
  return pauseProgram(shop.id, paused, userId);
});

export const clientAction = keepWhatWasTyped;
