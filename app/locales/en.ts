export const en = {
  title: 'Loyalty',
  program: 'Your program',
  rule: (points: string, money: string) => `${points} for every ${money} spent.`,
  members: 'Members',
  pointsGiven: 'Points given',
  noMembers: 'Nobody has earned points yet. Members appear here with their first order.',
  openFromShopify: 'Open Sixth from your Shopify admin, under Apps.',
  failed: 'Something went wrong',
  tryAgain: 'Please try again in a minute.',
};

export type Texts = typeof en;
