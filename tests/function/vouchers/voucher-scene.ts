// A cart with a reward's code, as a test writes it, as Shopify's input of the second function: made by executing the real query.
import { voucherClass, voucherConfig, voucherVariables } from '#app/core/rewards/voucher-config.ts';
import type { FunctionGives } from '#app/core/rewards/voucher-config.ts';
import type { NeverEarns } from '#app/core/program/never-earns.ts';
import { currencyExponent } from '#app/core/values/money.ts';
import { queryInput } from '#tests/local-shopify/functions/input-query.ts';
import { lineValue, withoutNulls, type FunctionLine } from '../cart-input.ts';
import { extensionFiles } from '../extension-files.ts';
import type { VoucherInput, Vouchers } from './voucher-input.ts';

const { inputQuery } = extensionFiles('loyalty-vouchers');
export const TITLE = { en: 'A reward', fr: 'Une récompense' };
export const CODE = 'ABCD-EFGH-JKMN';

export type VoucherScene = {
  gives: FunctionGives;
  minimumMinor?: number | null;
  never?: NeverEarns | undefined;
  lines: readonly FunctionLine[];
  /** Null: a guest; absent: a customer who has chosen no amounts. */
  vouchers?: Vouchers | null;
  code?: string | null;
  currency?: string;
  shopperCurrency?: string;
  rate?: string;
  language?: string;
  classes?: readonly string[];
  nullsLeftOut?: boolean;
};

/** @throws {Error} when the query doesn't fit the state: a test's mistake */
export function voucherInput(scene: VoucherScene): VoucherInput {
  const { gives, never, minimumMinor = null, currency = 'EUR' } = scene;
  const shop = { currencyExponent: currencyExponent(currency), never };
  const config = voucherConfig({ title: TITLE, gives, minimumMinor }, shop);
  const rootValue = {
    cart: cartValue(scene),
    triggeringDiscountCode: scene.code === undefined ? CODE : scene.code,
    discount: {
      discountClasses: scene.classes ?? [voucherClass(gives)],
      metafield: ({ key }: { key: string }) => (key === 'config' ? { jsonValue: config } : null),
    },
    localization: { language: { isoCode: scene.language ?? 'EN' } },
    presentmentCurrencyRate: scene.rate ?? '1.0',
  };
  const input = queryInput(inputQuery, rootValue, voucherVariables({ gives }, shop)) as VoucherInput;
  return scene.nullsLeftOut ? (withoutNulls(input) as VoucherInput) : input;
}

function cartValue({ lines, vouchers, currency = 'EUR', shopperCurrency = currency }: VoucherScene) {
  const metafield = ({ key }: { key: string }) =>
    key === 'vouchers' && vouchers ? { jsonValue: vouchers } : null;
  return {
    buyerIdentity: { customer: vouchers === null ? null : { metafield } },
    cost: { subtotalAmount: { currencyCode: shopperCurrency } },
    lines: lines.map(lineValue),
  };
}
