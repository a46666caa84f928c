// The names of the input's fields that are asked of every line. Shopify learns each once, when the function runs.
import { name } from './host';

export let ID: u32 = 0;
export let QUANTITY: u32 = 0;
export let COST: u32 = 0;
export let EACH: u32 = 0;
export let AMOUNT: u32 = 0;
export let PLAN: u32 = 0;
export let ITEM: u32 = 0;
export let PRODUCT: u32 = 0;
export let GIFT: u32 = 0;
export let IN: u32 = 0;
export let UNITS: u32 = 0;
export let CART_LINE: u32 = 0;

export function learnNames(): void {
  ID = name('id');
  UNITS = name('units');
  COST = name('cost');
  EACH = name('each');
  AMOUNT = name('amount');
  PLAN = name('plan');
  ITEM = name('item');
  PRODUCT = name('product');
  GIFT = name('gift');
  IN = name('in');
  QUANTITY = name('quantity');
  CART_LINE = name('cartLine');
}
