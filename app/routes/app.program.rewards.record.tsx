import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { RECORD_VIEWS } from '#app/core/rewards/reward-record.ts';
import { RecordPage } from '#app/ui/rewards/record/record-page.tsx';
import { readRewardRecord } from '#app/usecases/rewards/read-reward-record.ts';
import { forMerchant } from './merchant/for-merchant.ts';

const wantedView = z.enum(RECORD_VIEWS).catch('orders');
/** As PostgreSQL's calendar has them, too. */
const inCalendar = (text: string) => /^[1-9]\d{3}-/.test(text);
const day = z.iso.date().refine(inCalendar);
const wantedDay = day.nullable().catch(null);
/** `after=<day or instant>_<id>`: the last row of the page before. */
const wantedAfter = z
  .tuple([day.or(z.iso.datetime().refine(inCalendar)), z.string().regex(/^\d{1,18}$/)])
  .nullable()
  .catch(null);

export const loader = forMerchant(async ({ shop, request }) => {
  const { searchParams } = new URL(request.url);
  const since = wantedDay.parse(searchParams.get('since'));
  const [at, id] = wantedAfter.parse(searchParams.get('after')?.split('_') ?? null) ?? [];
  const after = at && id ? { at, id } : null;
  const view = wantedView.parse(searchParams.get('show'));
  const record = await readRewardRecord(shop.id, { view, since, after });
  const { timeZone, currency } = shop;
  return { record, since, isFirstPage: after === null, timeZone, currency };
});

export default function RewardRecord() {
  return <RecordPage {...useLoaderData<typeof loader>()} />;
}
