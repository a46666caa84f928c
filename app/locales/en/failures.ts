/** The texts that people read when something failed; `app/errors.ts` says which. */
export const failures = {
  later: 'Shopify is not answering right now. Please try again in a minute.',
  data: 'Sixth can’t reach its data right now. Please try again in a minute.',
  reopen: 'Please open the app again from your Shopify admin.',
  keys: 'Sixth’s server was started with the wrong keys. Nothing is lost. Please try again later.',
  rules: 'The program’s rules can’t be read, by a fault of ours. Orders wait, and nothing is lost.',
  bug: 'Something went wrong on our side. Nothing was changed.',
};
