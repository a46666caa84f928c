import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { keepWhatWasTyped, revalidateUnlessRefused } from '#app/ui/form/keep-what-was-typed.ts';
import { MovingPage } from '#app/ui/moving-in/moving-page.tsx';
import { readMoving } from '#app/usecases/moving-in/read-moving.ts';
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

const wanted = z.object({ do: z.enum(['apply', 'undo', 'drop']), id: z.string().regex(/^\d{1,18}$/) });

export const action = forMerchant(async ({ shop, request }) =>
  Response.json(await sayAboutMoving(shop.id, await parseBody(request, wanted))),
);

export default function Import() {
  return <MovingPage {...useLoaderData<typeof loader>()} />;
}
