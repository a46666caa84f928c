import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { MOST_ROWS } from '#app/core/moving-in/moving-step.ts';
import { keepWhatWasTyped, revalidateUnlessRefused } from '#app/ui/form/keep-what-was-typed.ts';
import { MovingPage } from '#app/ui/moving-in/moving-page.tsx';
import { readMoving } from '#app/usecases/moving-in/read-moving.ts';
import { reckonAnew } from '#app/usecases/moving-in/reckon-anew.ts';
import { sayAboutMoving } from '#app/usecases/moving-in/say-about-moving.ts';
import { forMerchant } from './merchant/for-merchant.ts';
import { parseBody } from './merchant/parse-body.ts';

export const clientAction = keepWhatWasTyped;
export const shouldRevalidate = revalidateUnlessRefused;

export const loader = forMerchant(async ({ shop }) => {
  const page = await readMoving(shop);
  if (!page) throw new Response(null, { status: 404 });
  return page;
});

const id = z.string().regex(/^\d{1,18}$/);
const wanted = z.discriminatedUnion('do', [
  z.object({ do: z.enum(['apply', 'undo', 'drop']), id, despite: z.int().min(0).max(MOST_ROWS).optional() }),
  z.object({ do: z.literal('factor'), id, ours: z.int().min(1).max(1_000_000) }),
]);

export const action = forMerchant(async ({ shop, request }) => {
  const said = await parseBody(request, wanted);
  return Response.json(
    said.do === 'factor' ? await reckonAnew(shop.id, said) : await sayAboutMoving(shop.id, said),
  );
});

export default function Import() {
  return <MovingPage {...useLoaderData<typeof loader>()} />;
}
