// The products and cards that cases of what counts are made of.
import { NO_PRODUCTS, type StampCard } from '#app/core/program/card-rules.ts';
import { card } from '#tests/support/factories.ts';

export const COFFEE = { id: '501', priceMinor: 1450, collections: ['71'] };
export const MUG = { id: '502', priceMinor: 990 };

export const only = (products: Partial<StampCard['products']>) => ({ ...NO_PRODUCTS, ...products });

export const COFFEE_CARD = card({ key: 'coffee', products: only({ collectionIds: ['71'] }) });
/** Beside another card: its own key and title. */
export const ALL = { key: 'all', title: { en: 'Everything card', fr: 'Carte tout' } };
