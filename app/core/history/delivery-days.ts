// "Promised for the 4th, delivered on the 6th": of an order's parcels the last to be promised, and the last to come. What no carrier
// told is unknown, and never late.
import { dayIn } from '../values/days.ts';

/** Shopify's words; instants. */
export type Parcel = { status: string; estimatedDeliveryAt: string | null; deliveredAt: string | null };

/** Days of the shop. */
export type DeliveryDays = { promisedOn: string | null; deliveredOn: string | null };

/** @param allSent nothing that is kept still waits to be sent */
export function deliveryDays(parcels: readonly Parcel[], allSent: boolean, timeZone: string): DeliveryDays {
  const sent = parcels.filter(({ status }) => status === 'SUCCESS');
  const dayOf = (instant: string) => dayIn(timeZone, new Date(instant));
  const promised = sent.flatMap(({ estimatedDeliveryAt: at }) => (at === null ? [] : [dayOf(at)])).sort();
  const delivered = sent.flatMap(({ deliveredAt: at }) => (at === null ? [] : [dayOf(at)])).sort();
  // One parcel of two has come: the order hasn't yet.
  const isHere = allSent && sent.length > 0 && delivered.length === sent.length;
  return { promisedOn: promised.at(-1) ?? null, deliveredOn: isHere ? (delivered.at(-1) ?? null) : null };
}
