// The shop as its merchant set it up at Shopify, and what follows where it has changed: days go by its time zone at once;
// the currency only as long as nothing was counted in another, because what a point is worth is the merchant's to say.
import { dayIn } from '../values/days.ts';

/** As Shopify tells them; the name may be refused. */
export type ShopSettings = { name: string | null; currency: string; timeZone: string; plan: string };

export type KnownSettings = {
  currency: string;
  timeZone: string;
  plan: string | null;
  /** Shopify's currency where it isn't ours any more. */
  newCurrency: string | null;
};

export type SettingsChange = {
  /** Null where it stays. */
  timeZone: string | null;
  /** `follow`: the program takes the currency on; `tell`: the merchant must. */
  currency: 'same' | 'follow' | 'tell';
  /** The currency to tell the merchant of. */
  newCurrency: string | null;
  /** Whether what Shopify allows may have changed: functions run by plan. */
  plan: boolean;
};

/** @param counted whether any order was counted, or any point given, in the currency that we know */
export function settingsChange(
  known: KnownSettings,
  told: ShopSettings,
  { counted }: { counted: boolean },
): SettingsChange {
  return {
    timeZone: told.timeZone === known.timeZone || !isZone(told.timeZone) ? null : told.timeZone,
    ...currencyChange(known, told, counted),
    plan: known.plan !== null && told.plan !== known.plan,
  };
}

function currencyChange(
  { currency, newCurrency }: KnownSettings,
  told: ShopSettings,
  counted: boolean,
): Pick<SettingsChange, 'currency' | 'newCurrency'> {
  if (!isCurrency(told.currency)) return { currency: 'same', newCurrency };
  if (told.currency === currency) return { currency: 'same', newCurrency: null };
  return counted
    ? { currency: 'tell', newCurrency: told.currency }
    : { currency: 'follow', newCurrency: null };
}

/** One that days can be reckoned in: a name that nobody knows would stop everything that asks for the shop's day. */
export function isZone(timeZone: string): boolean {
  try {
    return dayIn(timeZone, new Date(0)) !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

const isCurrency = (code: string): boolean => /^[A-Z]{3}$/.test(code);
