// What a request asks of the cart: a form's fields, or JSON, as Shopify's Ajax API takes both.
import type { Request } from 'express';
import type { CartEntry } from './cart-cookie.ts';

export function given(request: Request, name: string): unknown {
  const body: unknown = request.body;
  return typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
}

/** Text or number as text; anything else counts as empty. */
function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

/** A whole number from 0, or null. */
function count(value: unknown): number | null {
  return /^\d{1,9}$/.test(text(value)) ? Number(text(value)) : null;
}

const entryOf = (id: unknown, quantity: unknown): CartEntry => ({
  variantId: text(id),
  quantity: quantity === undefined ? 1 : (count(quantity) ?? 0),
});

/** `items: [{id, quantity}]`, or one `id` with its `quantity`. */
export function wantedItems(request: Request): CartEntry[] {
  const items = given(request, 'items');
  if (!Array.isArray(items)) return [entryOf(given(request, 'id'), given(request, 'quantity'))];
  return items.filter(isRecord).map((item) => entryOf(item['id'], item['quantity']));
}

/** The line that `line` counts from 1 or `id` names, by variant or by key, and its new quantity; null when unclear. */
export function wantedChange(request: Request, cart: readonly CartEntry[]): CartEntry | null {
  const line = count(given(request, 'line'));
  const variantId = line === null ? variantOfKey(given(request, 'id')) : cart[line - 1]?.variantId;
  const removed = text(given(request, 'remove')) !== '';
  const quantity = removed ? 0 : count(given(request, 'quantity'));
  return variantId === undefined || quantity === null ? null : { variantId, quantity };
}

/** `updates`: quantities by variant, or in the order of the lines. */
export function wantedUpdates(request: Request, cart: readonly CartEntry[]): CartEntry[] {
  const field = given(request, 'updates[]');
  // A form's only field comes alone, not as a list of one.
  const updates = given(request, 'updates') ?? (typeof field === 'string' ? [field] : field);
  const pairs: [unknown, unknown][] = Array.isArray(updates)
    ? updates.map((quantity, index) => [cart[index]?.variantId, quantity])
    : isRecord(updates)
      ? Object.entries(updates)
      : [];
  return pairs.flatMap(([id, quantity]) => {
    const amount = count(quantity);
    return amount === null ? [] : [{ variantId: variantOfKey(id), quantity: amount }];
  });
}

/** `discount`: the complete list of codes, joined by commas or repeated; null when the request doesn't speak of them. */
export function wantedCodes(request: Request): string[] | null {
  const codes = given(request, 'discount');
  if (codes === undefined) return null;
  const list: unknown[] = Array.isArray(codes) ? codes : [codes];
  return list.flatMap((one) => text(one).split(','));
}

function variantOfKey(key: unknown): string {
  return text(key).split(':')[0] ?? '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
