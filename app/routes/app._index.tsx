import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { now } from '#app/clock.server.ts';
import { onlyFirstCardWaits } from '#app/core/editing/first-card.ts';
import { healthOf } from '#app/core/shop/health.ts';
import { PERIODS } from '#app/core/figures/home-figures.ts';
import { readGuide, readHealth, readHomeFigures } from '#app/db/figures/home.server.ts';
import { countOpenFlags } from '#app/db/stamps/order-flags.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { orResponse } from '#app/errors.ts';
import { Home } from '#app/ui/home/home.tsx';
import type { HomeAnswer } from '#app/ui/home/home-data.ts';
import { keepWhatWasTyped, revalidateUnlessRefused } from '#app/ui/form/keep-what-was-typed.ts';
import { dismissGuide } from '#app/usecases/shop/dismiss-guide.ts';
import { openApp } from '#app/usecases/shop/open-app.ts';
import { publishFirstCard } from '#app/usecases/editing/publish-first-card.ts';
import { readDiscountHealth } from '#app/usecases/discounts/read-discount-health.ts';

export const clientAction = keepWhatWasTyped;
export const shouldRevalidate = revalidateUnlessRefused;

export const meta: MetaFunction = () => [{ title: 'Sixth' }];

const wantedPeriod = z.coerce.number().pipe(z.literal(PERIODS)).catch(PERIODS[0]);

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await orResponse(openApp(request));
  const period = wantedPeriod.parse(new URL(request.url).searchParams.get('days'));
  const at = now();
  const [{ rules, draft, ...known }, figures, health, flags] = await Promise.all([
    readGuide(pool(), shop.id),
    readHomeFigures(pool(), shop, period, at),
    readHealth(pool(), shop.id, at),
    countOpenFlags(pool(), shop.id),
  ]);
  const cardWaits = onlyFirstCardWaits(draft, rules);
  return {
    shop: shop.domain,
    timeZone: shop.timeZone,
    currency: shop.currency,
    now: at,
    rules: { earn: rules.earn, names: rules.names, occasions: rules.occasions },
    guide: { ...known, cardPublished: rules.cards.length > 0, cardWaits },
    figures,
    health: { states: healthOf(health, at), ...health },
    discounts: {
      discounts: await readDiscountHealth(shop, rules.cards),
      titles: Object.fromEntries(rules.cards.map(({ key, title }) => [key, title])),
    },
    flags,
  };
}

const shopifyId = z.string().regex(/^\d{1,19}$/);
const wanted = z.discriminatedUnion('do', [
  z.object({ do: z.literal('dismiss-guide') }),
  z.object({ do: z.literal('show-guide') }),
  z.object({
    do: z.literal('publish-card'),
    productIds: z.array(shopifyId).max(250),
    collectionIds: z.array(shopifyId).max(100),
  }),
]);

export async function action({ request }: ActionFunctionArgs): Promise<HomeAnswer> {
  const { shop, userId } = await orResponse(openApp(request));
  const parsed = wanted.safeParse(await request.json().catch(() => null));
  // Only a page that isn't ours sends anything else.
  if (!parsed.success) throw Response.json(null, { status: 400 });
  switch (parsed.data.do) {
    case 'dismiss-guide':
    case 'show-guide':
      await dismissGuide(shop.id, parsed.data.do === 'dismiss-guide');
      return { ok: true };
    case 'publish-card': {
      const { productIds, collectionIds } = parsed.data;
      const done = await publishFirstCard(shop.id, { productIds, collectionIds }, userId);
      return done.ok ? { ok: true, published: done.version } : done;
    }
  }
}

export default function HomePage() {
  return <Home {...useLoaderData<typeof loader>()} />;
}
