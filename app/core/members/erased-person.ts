/** A customer who is being forgotten: what features that keep something of a person are told. */
export type ErasedPerson = {
  shopId: number;
  /** Null where only an e-mail was told. */
  customerId: string | null;
  /** The customer's member and those who were merged into it, locked. */
  memberIds: readonly string[];
  /** Orders that were named beside those of the members. */
  orderIds: readonly string[];
  at: Date;
};
