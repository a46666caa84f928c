import { expect, it } from 'vitest';
import { boughtBefore } from '#app/core/history/bought-before.ts';
import { deliveryDays, type Parcel } from '#app/core/history/delivery-days.ts';

const parcel = (promised: string | null, delivered: string | null, status = 'SUCCESS'): Parcel => {
  return { status, estimatedDeliveryAt: promised, deliveredAt: delivered };
};
const of = (...parcels: Parcel[]) => deliveryDays(parcels, true, 'Europe/Paris');

it('S-20 an order is promised and delivered with the last of its parcels, on days of the shop', () => {
  const one = parcel('2026-11-24T23:30:00Z', '2026-11-25T09:00:00Z');
  expect(of(one)).toEqual({ promisedOn: '2026-11-25', deliveredOn: '2026-11-25' });
  expect(of(one, parcel('2026-11-27T10:00:00Z', null))).toEqual({
    promisedOn: '2026-11-27',
    deliveredOn: null,
  });
  expect(of(one, parcel(null, '2026-11-28T10:00:00Z')).deliveredOn).toBe('2026-11-28');
  expect(of(one, parcel('2026-12-01T10:00:00Z', null, 'CANCELLED'))).toEqual(of(one));
});

it('S-20 an order of which something still waits to be sent hasn’t come with its first parcel', () => {
  const one = parcel('2026-11-24T23:30:00Z', '2026-11-25T09:00:00Z');
  expect(deliveryDays([one], false, 'Europe/Paris')).toEqual({ promisedOn: '2026-11-25', deliveredOn: null });
});

it('S-20 what no carrier told is unknown, and not late', () => {
  expect(of(parcel(null, null))).toEqual({ promisedOn: null, deliveredOn: null });
  expect(of()).toEqual({ promisedOn: null, deliveredOn: null });
});

it('C155 of somebody’s orders at Shopify those that are ours are no older ones', () => {
  expect(boughtBefore(60, 1)).toBe(59);
  expect(boughtBefore(1, 1)).toBe(0);
  expect(boughtBefore(null, 1)).toBeNull();
  // Orders that were deleted at Shopify leave fewer there than here.
  expect(boughtBefore(1, 3)).toBe(0);
});
