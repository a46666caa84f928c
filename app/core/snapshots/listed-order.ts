// An order as a listing of Shopify names it: enough to tell whether it is known in that state.

/** `updatedAt` is cut to the second; `status` is the financial status in lower case, `pending` where there is none. */
export type ListedOrder = { orderId: string; updatedAt: Date; cancelled: boolean; status: string };

/** `known`: what the stored snapshot says. Of two changes within one second the times are alike: what they did is compared. */
export function isNews(listed: ListedOrder, known: Omit<ListedOrder, 'orderId'> | undefined): boolean {
  if (!known || listed.updatedAt > known.updatedAt) return true;
  const sameSecond = listed.updatedAt.getTime() === known.updatedAt.getTime();
  return sameSecond && (listed.cancelled !== known.cancelled || listed.status !== known.status);
}
