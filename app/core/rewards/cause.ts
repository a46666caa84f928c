// Why a member gets something: unique per person, the key of "once". A request's key is made once per tap or dialog.

export const redeemCause = (requestKey: string): string => `redeem/${requestKey.toLowerCase()}`;
export const handCause = (requestKey: string): string => `hand/${requestKey.toLowerCase()}`;
/** How the causes of those begin that are given once more. */
export const AGAIN = 'again/';
/** A full card of the person's, by how many they had as codes before. */
export const cardCause = (cardKey: string, count: number): string => `card/${cardKey}/${count}`;
export function cardOfCause(cause: string): string | null {
  const [kind, cardKey] = cause.split('/');
  return kind === 'card' && cardKey ? cardKey : null;
}

/** Its order was cancelled, and it had no price: it is given once more. */
export const againCause = (voucherId: string): string => `${AGAIN}${voucherId}`;
