import type { ProgramRules, ProgramVersion } from '../program/program-rules.ts';

/** `placedAt` is Shopify's time of the order. */
export type ArrivedOrder = { memberId: string; placedAt: string };

/** Orders whose entries were just written: what features that react to orders are told. */
export type AppliedOrders = {
  shopId: number;
  /** The shop's, an IANA name. */
  timeZone: string;
  /** As published now, whatever the orders earned by. */
  rules: ProgramRules;
  orderIds: readonly string[];
  /** All that were published: an order goes by its own. */
  versions: readonly ProgramVersion[];
  /** Ids of the orders' members, who are locked; more than once where several orders are theirs. */
  memberIds: readonly string[];
  /** The members whose the orders are, or were before; each once. */
  ownerIds: readonly string[];
  /** Of those, whom Shopify isn't told of before a later time, or who were taken for gone. */
  waitingIds: readonly string[];
  /** Orders that count and became a member's just now: told for the first time, claimed, or moved. */
  arrived: readonly ArrivedOrder[];
  at: Date;
};
