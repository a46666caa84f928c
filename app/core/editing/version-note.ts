// Why a version was published, in the merchant's words: a line for whoever reads the versions later.

/** Letters. */
export const MOST_NOTE = 140;
