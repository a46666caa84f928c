// The data of the record of rewards, as it arrives in the browser: instants are texts.
import type { RecordView } from '#app/core/rewards/reward-record.ts';
import type { ReleaseReason, VoucherState } from '#app/core/rewards/voucher.ts';
import type { Localized } from '#app/core/values/languages.ts';

type Of = { memberId: string; customerId: string };

/** An order with a reward, or with several. */
export type OrderRow = {
  id: string;
  name: string;
  /** The order's day. */
  at: string;
  offMinor: number | null;
  rewards: (Of & { title: Localized })[];
};

export type GivenRow = Of & {
  id: string;
  title: Localized;
  price: number;
  state: VoucherState;
  releaseWhy: ReleaseReason | null;
  at: string;
};

export type RecordData = {
  record: { all: number; hasNext: boolean } & (
    { view: 'orders'; orders: OrderRow[] } | { view: 'given' | 'lapsed'; given: GivenRow[] }
  );
  since: string | null;
  isFirstPage: boolean;
  timeZone: string;
  currency: string;
};

/** The record from another page: `recordAt({ show: 'given', since })` are the rewards given out since that day. */
export function recordAt({
  show,
  since,
  after,
}: {
  show: RecordView;
  since: string | null;
  after?: string;
}): string {
  const search = new URLSearchParams({
    ...(show === 'orders' ? {} : { show }),
    ...(since === null ? {} : { since }),
    ...(after === undefined ? {} : { after }),
  });
  return `/app/program/rewards/record?${search}`;
}
