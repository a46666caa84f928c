// A cart as a test writes it, as Shopify's input of the function: made by executing the real input query.
import type { Language } from '#app/core/values/languages.ts';
import type { StampCard } from '#app/core/program/card-rules.ts';
import type { StampsProjection } from '#app/core/stamps/card-projection.ts';
import { functionConfig, functionVariables, type NeverInCart } from '#app/core/stamps/discount-config.ts';
import type { FunctionInput } from './reference/function-input.ts';
import { queryInput } from '#tests/local-shopify/functions/input-query.ts';
import { lineValue, withoutNulls, type FunctionLine } from './cart-input.ts';
import { extensionFiles } from './extension-files.ts';

const { inputQuery } = extensionFiles('loyalty-discount');

export type FunctionScene = {
  cards: readonly StampCard[];
  /** Whose discount runs; the first card's unless given. */
  own?: string;
  lines: readonly FunctionLine[];
  /** Null: none was ever written. */
  stamps?: StampsProjection | null;
  shopper?: 'signed in' | 'guest' | 'typed an e-mail' | 'customer at a till' | 'nobody at a till';
  day?: string;
  language?: Language | 'de';
  rate?: string;
  exponent?: number;
  classes?: readonly string[];
  bundles?: readonly string[];
  never?: NeverInCart | undefined;
  /** Whether the program is paused. */
  paused?: boolean;
  /** Whether what is null comes as an absent key: Shopify's types allow both. */
  nullsLeftOut?: boolean;
};

export const stampsOf = (cards: StampsProjection['cards']): StampsProjection => ({
  v: 1,
  cards,
  blocked: false,
});

/** @throws {Error} when the query doesn't fit the state: a test's mistake */
export function functionInput(scene: FunctionScene): FunctionInput {
  const own = scene.own ?? scene.cards[0]?.key ?? '';
  const plain = functionConfig(scene.cards, own, scene.exponent ?? 2, {
    ...(scene.bundles && { bundles: scene.bundles }),
    never: scene.never,
  });
  const config = scene.paused ? { ...plain, paused: true as const } : plain;
  const rootValue = {
    cart: cartValue(scene),
    discount: {
      discountClasses: scene.classes ?? ['PRODUCT'],
      metafield: ({ key }: { key: string }) => (key === 'config' ? { jsonValue: config } : null),
    },
    shop: { localTime: { date: scene.day ?? '2026-11-21' } },
    localization: { language: { isoCode: (scene.language ?? 'en').toUpperCase() } },
    presentmentCurrencyRate: scene.rate ?? '1.0',
  };
  const input = queryInput(inputQuery, rootValue, functionVariables(config)) as FunctionInput;
  return scene.nullsLeftOut ? (withoutNulls(input) as FunctionInput) : input;
}

function cartValue({ lines, stamps = null, shopper = 'signed in' }: FunctionScene) {
  const metafield = ({ key }: { key: string }) => (key === 'stamps' && stamps ? { jsonValue: stamps } : null);
  const known = shopper === 'guest' || shopper === 'nobody at a till' ? null : { metafield };
  const atTill = shopper === 'customer at a till' || shopper === 'nobody at a till';
  return {
    buyerIdentity: { isAuthenticated: shopper === 'signed in', customer: known },
    retailLocation: atTill ? { id: 'gid://shopify/Location/1' } : null,
    lines: lines.map(lineValue),
  };
}
