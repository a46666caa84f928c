// The record of rewards: the lists behind what the home page counts. Orders with a reward; rewards that were given out; those that
// ended unused.

export const RECORD_VIEWS = ['orders', 'given', 'lapsed'] as const;
export type RecordView = (typeof RECORD_VIEWS)[number];

/** Rows a page. */
export const RECORD_ROWS = 25;
