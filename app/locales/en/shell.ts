export const shell = {
  /** The way days are written: `en` alone would mean the United States’ month first. */
  dates: { locale: 'en-GB', inSentence: (said: string) => said },
  home: 'Home',
  program: 'Program',
  members: 'Members',
  settings: 'Settings',
  save: 'Save',
  discard: 'Discard',
  saved: 'Changes saved',
  notSaved: 'Your changes couldn’t be saved',
  notSavedHelp:
    'Nothing you typed is lost. Check your connection and save again. If it still fails, open the app again from your Shopify admin in another tab.',
  changedMeanwhile: 'The draft was changed while you were editing',
  changedMeanwhileHelp:
    'Someone else, or another tab, saved it. Nothing of theirs was overwritten, and what you typed is still here. You can put your changes on top of theirs, look at the result, and save again.',
  onTop: 'Put my changes on top',
  invalid: 'Some fields need another look',
  invalidHelp: 'Nothing was saved yet. What to change is written beside each field.',
  failed: 'Something went wrong',
  failedHelp: 'This page couldn’t be loaded. Nothing was changed.',
  tryAgain: 'Please try again in a minute.',
  retry: 'Try again',
  notFound: 'Page not found',
  notFoundHelp: 'There’s nothing at this address. It may have moved, or the link is incomplete.',
  backHome: 'Go to Home',
  openFromShopify: 'Open Sixth from your Shopify admin, under Apps.',
};
