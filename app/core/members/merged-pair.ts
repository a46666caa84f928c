/** Two members who are one person since now: what features that keep something of a member are told. */
export type MergedPair = {
  shopId: number;
  /** The member whose everything goes. */
  from: string;
  /** The survivor, who has it all. */
  to: string;
  at: Date;
  /** When Shopify told it. */
  toldAt: Date;
};
