// Draft orders as they are kept.
import type { CustomItem, DiscountValue } from './types.ts';

/** An order that the merchant prepares; it becomes one when it is completed. */
export type Draft = {
  id: string;
  /** "#D1" */
  name: string;
  createdAt: string;
  updatedAt: string;
  content: DraftContent;
  /** The order it became. */
  orderId: string | null;
};

export type DraftContent = {
  /** Null: for nobody yet. */
  customerId: string | null;
  lines: { variantId: string; quantity: number }[];
  customItems: CustomItem[];
  /** A manual discount on the whole order. */
  discount: { title: string; value: DiscountValue } | null;
  shippingMinor: number;
  note: string;
};
