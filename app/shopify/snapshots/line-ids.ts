// Ids of an order's lines in webhook payloads. A schema's check costs some three times as much, and a long order has hundreds.
import { isShopifyId } from '#app/core/values/shopify-id.ts';
import { digitsOfGid } from '../admin-api/ids.ts';
import { UnreadableOrder } from './unreadable-order.ts';

function refused(index: number, field: string): UnreadableOrder {
  return new UnreadableOrder(`not an order: line_items.${index}.${field}`);
}

/** The id of the line at this place. Throws UnreadableOrder. */
export function lineId(gid: string, index: number): string {
  const digits = digitsOfGid(gid);
  if (digits === null) throw refused(index, 'admin_graphql_api_id');
  return digits;
}

/** An id that the line at this place may have: null where it has none. Throws UnreadableOrder. */
export function idOfLine(
  told: string | number | null | undefined,
  index: number,
  field: string,
): string | null {
  if (told === null || told === undefined) return null;
  const id = String(told);
  if (!isShopifyId(id)) throw refused(index, field);
  return id;
}
