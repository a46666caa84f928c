import { z } from 'zod';
import { movedRow } from '#app/core/moving-in/moved-row.ts';
import { ROWS_AT_ONCE } from '#app/core/moving-in/moving-step.ts';
import { MOST_MINOR } from '#app/core/values/money.ts';
import { beginMoving, endSending, sendRows } from '#app/usecases/moving-in/begin-moving.ts';
import { forMerchant } from './merchant/for-merchant.ts';
import { parseBody } from './merchant/parse-body.ts';

const id = z.string().regex(/^\d{1,18}$/);
const number = z.int().min(1).max(1_000_000);

const wanted = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('begin'),
    fileName: z.string().min(1).max(200),
    fileHash: z.string().regex(/^[0-9a-f]{64}$/),
    way: z.enum(['add', 'set']),
    byEmail: z.boolean(),
    theirs: number,
    ours: number,
    worthMinor: z.int().min(1).max(MOST_MINOR).nullish(),
    stepThere: number.nullish(),
  }),
  z.object({ do: z.literal('rows'), id, rows: z.array(movedRow).min(1).max(ROWS_AT_ONCE) }),
  z.object({ do: z.literal('end'), id, count: z.int().min(1) }),
]);

/** A file's parts, as the page sends them. */
export const action = forMerchant(async ({ shop, userId, request }) => {
  const sent = await parseBody(request, wanted);
  switch (sent.do) {
    case 'begin':
      return Response.json(await beginMoving(shop, sent, userId));
    case 'rows':
      return Response.json(await sendRows(shop.id, sent.id, sent.rows));
    case 'end':
      return Response.json(await endSending(shop.id, sent.id, sent.count));
  }
});
