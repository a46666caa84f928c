/** Customers whose names a page asks for in one question. */
export const NAMES_AT_ONCE = 50;
