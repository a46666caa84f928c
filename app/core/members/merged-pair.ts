/** Two members who are one person since now: what features that keep something of a member are told. */
export type MergedPair = {
  shopId: number;
  /** Whose everything goes. */
  from: string;
  /** Who has it all. */
  to: string;
  at: Date;
};
