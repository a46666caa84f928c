import type { ShopProgram } from '#app/db/program/programs.server.ts';

/** Orders whose entries were just written: what features that react to orders are told. */
export type AppliedOrders = {
  shopId: number;
  program: ShopProgram;
  /** Of the orders' members, who are locked; more than once where several orders are theirs. */
  memberIds: readonly string[];
  at: Date;
};
