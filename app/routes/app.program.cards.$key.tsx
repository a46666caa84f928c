import { useLoaderData, type ShouldRevalidateFunctionArgs } from '@remix-run/react';
import { z } from 'zod';
import { revalidateUnlessRefused } from '#app/ui/form/keep-what-was-typed.ts';
import { CardPage } from '#app/ui/stamps/card-page.tsx';
import { forMerchant } from './merchant/for-merchant.ts';
import { loadProgram } from './merchant/load-program.ts';

/** `/app/program/cards/new` is one that isn't saved yet: no card has this key. */
const NEW = 'new';

export const loader = forMerchant(async ({ params, ...visit }) => {
  const data = await loadProgram(visit);
  const key = params['key'] === NEW ? '' : (params['key'] ?? '');
  const isThere = key === '' || data.draft.cards.some((card) => card.key === key);
  if (!isThere) throw Response.json(null, { status: 404 });
  return { data, cardKey: key };
});

const removal = z.object({ do: z.literal('remove-card') });

/** A card that was just removed is nowhere: its page leaves, and isn't read again. */
export function shouldRevalidate(args: ShouldRevalidateFunctionArgs): boolean {
  return !removal.safeParse(args.json).success && revalidateUnlessRefused(args);
}

export default function Card() {
  const { data, cardKey } = useLoaderData<typeof loader>();
  return <CardPage key={cardKey} data={data} cardKey={cardKey} />;
}
