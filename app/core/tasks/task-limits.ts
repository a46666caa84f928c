/** Notes and calls of one day: more are put off by hand, and none is done well. Parcels have no limit. */
export const MOST_A_DAY = 5;

/** Nobody is written to, or called, again within so many days. */
export const REST_DAYS = 365;

/** A note or a call that waits so many days has lapsed: thanks that come weeks late are none. */
export const LAPSE_DAYS = 14;

/** A note comes without a reward: none was given for so many days before. */
export const WITHOUT_REWARD_DAYS = 14;
