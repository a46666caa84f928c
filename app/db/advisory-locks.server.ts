/** Names our advisory locks among others of the same database: the first number of each, so that no two share one by mistake. */
export const ADVISORY_LOCKS = {
  /** A living worker's (worker-locks.server.ts). */
  workers: 0x6_5178,
  /** Of whoever looks after a shop's discounts. */
  discounts: 0x6_5179,
  /** Of whoever counts how all shops stand. */
  states: 0x6_517a,
  /** Of whoever looks after the codes of a shop's discounts. */
  codes: 0x6_517b,
  /** Of whoever looks after a shop's discounts of single vouchers. */
  own: 0x6_517c,
  /** Of whoever goes on with a shop's past orders. */
  past: 0x6_517d,
  /** Of whoever brings members of a shop in. */
  moving: 0x6_517e,
  /** Of whoever publishes a version of a shop's program; shared by those that give. */
  publishing: 0x6_517f,
} as const;
