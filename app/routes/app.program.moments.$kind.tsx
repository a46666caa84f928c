import { useLoaderData, type ShouldRevalidateFunctionArgs } from '@remix-run/react';
import { z } from 'zod';
import { MOMENTS } from '#app/core/moments/kinds/moment-kinds.ts';
import { OWN } from '#app/core/editing/own-moment.ts';
import { READY_MADE } from '#app/core/editing/ready-made.ts';
import { MOST_PASTED } from '#app/core/moments/hand-lines.ts';
import { keepWhatWasTyped, revalidateUnlessRefused } from '#app/ui/form/keep-what-was-typed.ts';
import type { Beginning } from '#app/ui/moments/list/begin-new.ts';
import { MomentRulePage } from '#app/ui/moments/list/moment-rule-page.tsx';
import { MomentPage } from '#app/ui/moments/moment-page.tsx';
import { readHoldout } from '#app/usecases/holdouts/read-holdout.ts';
import { beginList } from '#app/usecases/moments/begin-list.ts';
import { giveToAll } from '#app/usecases/moments/give-to-all.ts';
import { readCeilings } from '#app/usecases/moments/read-ceilings.ts';
import { readHand } from '#app/usecases/moments/read-hand.ts';
import { readMomentPauses } from '#app/usecases/moments/read-moment-pauses.ts';
import { readMomentHearing } from '#app/usecases/notices/read-hearing.ts';
import { readMomentFigures } from '#app/usecases/moments/read-moment-figures.ts';
import { readWaiting } from '#app/usecases/who/read-waiting.ts';
import { forMerchant } from './merchant/for-merchant.ts';
import { loadProgram } from './merchant/load-program.ts';
import { parseBody } from './merchant/parse-body.ts';

/** `/app/program/moments/new` is one that isn't saved yet: no moment has this key. */
const NEW = 'new';
/** What a new one begins as. */
const BEGINNINGS: [Beginning, ...Beginning[]] = [OWN, ...READY_MADE.map(({ key }) => key)];
const beginning = z.enum(BEGINNINGS).catch('welcome');

/** A yearly date by its kind, or one of the list by its key. */
export const loader = forMerchant(async ({ params, request, ...visit }) => {
  const asked = params['kind'] ?? '';
  const data = await loadProgram(visit);
  const kind = MOMENTS.find((one) => one === asked) ?? null;
  const begin = beginning.parse(new URL(request.url).searchParams.get('begin'));
  const key = asked === NEW ? '' : asked;
  const isThere = kind !== null || key === '' || data.draft.moments?.some((moment) => moment.key === key);
  if (!isThere) throw Response.json(null, { status: 404 });
  const published = data.published.rules.moments?.find((moment) => moment.key === key) ?? null;
  const holdout = await readHoldout(visit.shop, published);
  const hand = await readHand(visit.shop, published);
  const { rewards } = data.published.rules;
  const ceilings = await readCeilings(visit.shop.id, { moments: published ? [published] : [], rewards });
  const pauses = await readMomentPauses(visit.shop.id, asked);
  const hearing = await readMomentHearing(visit.shop.id);
  const figures = kind === null && key !== '' ? (await readMomentFigures(visit.shop))[key] : null;
  const waiting = await readWaiting(visit.shop.id, key, [data.published.rules, data.draft]);
  const ceiling = ceilings[key] ?? null;
  const known = { holdout, hand, hearing, pauses, waiting, ceiling, figures: figures ?? null };
  return { data, kind, momentKey: key, begin, ...known };
});

const press = {
  reason: z.string().max(2_000),
  requestKey: z.string().regex(/^[\w-]{8,50}$/),
  // Pages that were open before it was there don't send it: what isn't given can be given, and nothing can be taken back.
  again: z.boolean().default(false),
};
const wanted = z.discriminatedUnion('do', [
  z.object({ do: z.literal('give'), ...press }),
  z.object({
    do: z.literal('give-list'),
    memberIds: z.array(z.string().regex(/^[1-9]\d{0,17}$/)).max(MOST_PASTED),
    ...press,
  }),
]);

/** To everybody whom a moment by hand is for, or to a list of members that was looked through. */
export const action = forMerchant(async ({ shop, userId, params, request }) => {
  const body = await parseBody(request, wanted);
  const { reason, requestKey, again } = body;
  const asked = { momentKey: params['kind'] ?? '', reason, requestKey, again, madeBy: userId };
  if (body.do === 'give') return Response.json(await giveToAll(shop, asked));
  return Response.json(await beginList(shop.id, { ...asked, memberIds: body.memberIds }));
});

export const clientAction = keepWhatWasTyped;

const removal = z.object({ do: z.literal('remove-moment') });

/** A moment that was just removed is nowhere: its page leaves, and isn't read again. */
export function shouldRevalidate(args: ShouldRevalidateFunctionArgs): boolean {
  return !removal.safeParse(args.json).success && revalidateUnlessRefused(args);
}

export default function Moment() {
  const { data, kind, ...shown } = useLoaderData<typeof loader>();
  if (kind !== null) {
    const { hearing, pauses, waiting } = shown;
    return <MomentPage key={kind} {...{ data, kind, hearing, pauses, waiting }} />;
  }
  return <MomentRulePage key={shown.momentKey} data={data} {...shown} />;
}
