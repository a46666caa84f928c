import { z } from 'zod';
import { MOST_NOTE } from '#app/core/editing/version-note.ts';
import { publishErrors } from '#app/core/editing/publishable.ts';
import { keepWhatWasTyped } from '#app/ui/form/keep-what-was-typed.ts';
import type { PublishAnswer } from '#app/ui/editing/publish-answer.ts';
import { publishProgram } from '#app/usecases/editing/publish-program.ts';
import { forMerchant } from './merchant/for-merchant.ts';
import { parseBody } from './merchant/parse-body.ts';

const wanted = z.object({
  draftRevision: z.int().min(0),
  note: z.string().max(MOST_NOTE).optional(),
});

/** Publishes the draft that the merchant has read. */
export const action = forMerchant(async ({ shop, userId, request }): Promise<PublishAnswer> => {
  const { draftRevision, note } = await parseBody(request, wanted);
  const published = await publishProgram(shop.id, {
    draftRevision,
    publishedBy: userId,
    ...(note !== undefined && { note }),
  });
  if (published.ok || published.reason !== 'incomplete') return published;
  return { ok: false, reason: 'invalid', errors: publishErrors(published.problems) };
});

export const clientAction = keepWhatWasTyped;
