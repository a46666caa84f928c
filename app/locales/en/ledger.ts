/** A member's history as a ledger, and what an adjustment says. */
export const ledger = {
  note: 'Message to the customer (optional)',
  noteHelp: 'Shown with their balance in your store for 30 days.',
};
