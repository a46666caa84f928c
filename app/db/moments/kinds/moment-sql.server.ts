/** The SQL by which the database finds a yearly moment of a member `m`. */
export type MomentSql = {
  /** Whether it is on the day `d` of month and day. Each kind has an index for it. */
  onDay: string;
  /** Names and values of a JSON object: its part of `MomentFacts`. */
  facts: string;
};
