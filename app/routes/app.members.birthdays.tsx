import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { PERIODS } from '#app/core/figures/home-figures.ts';
import { BirthdaysPage } from '#app/ui/moments/birthdays/birthdays-page.tsx';
import { readComingBirthdays } from '#app/usecases/moments/read-coming-birthdays.ts';
import { forMerchant } from './merchant/for-merchant.ts';

const placeInList = z
  .string()
  .regex(/^[1-9]\d{3}-\d{2}-\d{2}_\d{1,18}$/)
  .transform((text) => ({ on: text.slice(0, 10), id: text.slice(11) }))
  .refine(({ on }) => z.iso.date().safeParse(on).success)
  .nullable()
  .catch(null);

/** An address that somebody has tampered with shows the first page. */
const query = z.object({
  days: z.coerce.number().pipe(z.literal(PERIODS)).catch(PERIODS[0]),
  after: placeInList,
  before: placeInList,
});

export const loader = forMerchant(async ({ shop, request }) => {
  const { searchParams } = new URL(request.url);
  const { days: period, ...place } = query.parse(
    Object.fromEntries(['days', 'after', 'before'].map((name) => [name, searchParams.get(name)])),
  );
  return { ...(await readComingBirthdays(shop, place, period)), period, timeZone: shop.timeZone };
});

export default function Birthdays() {
  return <BirthdaysPage {...useLoaderData<typeof loader>()} />;
}
