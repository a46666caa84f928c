// The ways money takes, by the names that Shopify tells.
import type { Gateway } from './types.ts';

const NAMES: Record<Gateway, string> = {
  card: 'shopify_payments',
  bank_transfer: 'Bank Deposit',
  manual: 'manual',
  store_credit: 'shopify_store_credit',
  cash: 'cash',
};

export const gatewayName = (gateway: Gateway): string => NAMES[gateway];

/** Money that no payment provider moved. */
export const isManualGateway = (gateway: Gateway): boolean =>
  ['bank_transfer', 'manual', 'cash'].includes(gateway);
