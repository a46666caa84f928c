import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { PERIODS } from '#app/core/figures/home-figures.ts';
import { keepWhatWasTyped, revalidateUnlessRefused } from '#app/ui/form/keep-what-was-typed.ts';
import type { HomeAnswer } from '#app/ui/home/home-data.ts';
import { Home } from '#app/ui/home/home.tsx';
import { publishSetup } from '#app/usecases/editing/publish-setup.ts';
import { readHome } from '#app/usecases/figures/read-home.ts';
import { readMomentHearing } from '#app/usecases/notices/read-hearing.ts';
import { acceptNewCurrency } from '#app/usecases/shop/count-in-currency.ts';
import { dismissGuide } from '#app/usecases/shop/dismiss-guide.ts';
import { readWhereSeen } from '#app/usecases/storefront/read-where-seen.ts';
import { tryAgain } from '#app/usecases/upkeep/try-again.ts';
import { forMerchant } from './merchant/for-merchant.ts';
import { parseBody } from './merchant/parse-body.ts';
import { setupForm } from './merchant/setup-form.ts';

export const clientAction = keepWhatWasTyped;
export const shouldRevalidate = revalidateUnlessRefused;

export const meta: MetaFunction = () => [{ title: 'Sixth' }];

const wantedPeriod = z.coerce.number().pipe(z.literal(PERIODS)).catch(PERIODS[0]);

export const loader = forMerchant(async ({ shop, request }) => {
  const period = wantedPeriod.parse(new URL(request.url).searchParams.get('days'));
  const [read, seen, hearing] = await Promise.all([
    readHome(shop, period),
    readWhereSeen(shop.id),
    readMomentHearing(shop.id),
  ]);
  const { rules, discounts, rewards, ...home } = read;
  const { earn, pointsOff, names, occasions, cards } = rules;
  const titles = Object.fromEntries(cards.map(({ key, title }) => [key, title]));
  return {
    ...home,
    shop: shop.domain,
    timeZone: shop.timeZone,
    currency: shop.currency,
    rules: { earn, names, occasions, ...(pointsOff && { pointsOff }) },
    seen,
    hearing,
    noun: cards.length === 1 ? (cards[0]?.noun ?? null) : null,
    discounts: { discounts, titles, rewards },
  };
});

const wanted = z.discriminatedUnion('do', [
  z.object({ do: z.literal('dismiss-guide') }),
  z.object({ do: z.literal('show-guide') }),
  z.object({ do: z.literal('try-again') }),
  z.object({ do: z.literal('count-in'), currency: z.string().regex(/^[A-Z]{3}$/) }),
  setupForm.extend({ do: z.literal('publish-setup') }),
]);

export const action = forMerchant(async ({ shop, userId, request }): Promise<HomeAnswer> => {
  const asked = await parseBody(request, wanted);
  switch (asked.do) {
    case 'dismiss-guide':
    case 'show-guide':
      await dismissGuide(shop.id, asked.do === 'dismiss-guide');
      return { ok: true };
    case 'try-again':
      await tryAgain(shop.id);
      return { ok: true };
    case 'count-in':
      // Where somebody said so already, or the shop has changed again, the page shows what is.
      await acceptNewCurrency(shop.id, asked.currency, userId);
      return { ok: true };
    case 'publish-setup': {
      const done = await publishSetup(shop.id, asked, userId);
      return done.ok ? { ok: true, published: done.version } : done;
    }
  }
});

export default function HomePage() {
  return <Home {...useLoaderData<typeof loader>()} />;
}
