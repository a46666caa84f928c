// What happened with a reward, in both languages.
import { expect, test } from 'vitest';
import type { VoucherFlag } from '#app/core/rewards/settle-voucher.ts';
import { textsOf } from '#app/locales/texts.ts';
import { flagInWords } from '#app/ui/rewards/flags/flag-in-words.ts';

const order = (name: string, offMinor: number | null, counts = true) => ({
  id: name,
  name,
  offMinor,
  counts,
});
const TWO = [order('#1041', 500), order('#1042', 500)];

type Orders = ReturnType<typeof order>[];
type Case = { flag: VoucherFlag; price: number; orders: Orders; en: string; fr: string };

test.each<Case>([
  {
    flag: 'beyond',
    price: 100,
    orders: TWO,
    en: 'It was used on 2 orders, and paid for once: #1041 and #1042. In all it took €10.00 off.',
    fr: 'Elle a servi sur 2 commandes, pour un seul paiement : nº\u00a01041 et nº\u00a01042. En tout : 10,00 € de remise.',
  },
  {
    flag: 'beyond',
    price: 0,
    orders: [order('#1', 500), order('#2', null)],
    en: 'It was given once, and used on 2 orders: #1 and #2. What it took off isn’t measured.',
    fr: 'Donnée une fois, elle a servi sur 2 commandes : nº\u00a01 et nº\u00a02. Sa remise n’est pas mesurée.',
  },
  {
    flag: 'taken-off',
    price: 100,
    orders: [order('#1041', 0, false), order('#1042', 500)],
    en: 'An edit took it off order #1041, so its points went back. Check that the new price is what you want.',
    fr: 'Une modification l’a retirée de la commande nº\u00a01041 : ses points ont été rendus. Vérifiez que le nouveau prix vous convient.',
  },
  {
    flag: 'used-late',
    price: 100,
    orders: [order('#1042', 500)],
    en: 'It was used on order #1042 after it had ended. Its points were taken again. In all it took €5.00 off.',
    fr: 'Elle a servi sur la commande nº\u00a01042 alors qu’elle avait pris fin. Ses points ont été repris. En tout : 5,00 € de remise.',
  },
  {
    flag: 'used-late',
    price: 0,
    orders: [order('#1042', 0)],
    en: 'It was used on order #1042 after it had ended. In all it took nothing off.',
    fr: 'Elle a servi sur la commande nº\u00a01042 alors qu’elle avait pris fin. En tout : aucune remise.',
  },
  {
    flag: 'unexplained',
    price: 100,
    orders: [],
    en: 'Shopify shows that its code was used, and no order says on what. The code doesn’t work any more. Its points came back.',
    fr: 'Shopify indique que son code a servi, mais aucune commande ne dit pour quoi. Ce code ne fonctionne plus. Ses points ont été rendus.',
  },
  {
    flag: 'by-hand',
    price: 100,
    orders: [],
    en: 'An order has a manual or script discount that bears its code. Such a discount uses no reward, and no points moved.',
    fr: 'Une commande porte une remise manuelle ou de script à son code. Cette remise n’utilise aucune récompense, et aucun point n’a bougé.',
  },
  {
    flag: 'unexplained',
    price: 100,
    orders: [],
    en: 'Shopify shows that its code was used, and no order says on what. The code doesn’t work any more. Its points came back.',
    fr: textsOf('fr').memberRewards.flags.unexplained + ' ' + textsOf('fr').memberRewards.flags.cameBack,
  },
  {
    flag: 'by-hand',
    price: 0,
    orders: [],
    en: 'An order has a manual or script discount that bears its code. Such a discount uses no reward, and no points moved.',
    fr: textsOf('fr').memberRewards.flags.byHand,
  },
])('$flag: $en', ({ flag, price, orders, en, fr }) => {
  const said = (language: 'en' | 'fr') =>
    flagInWords({ flag, price, orders }, 'EUR', language).replaceAll(/[\u00a0\u202f]/g, ' ');
  expect(said('en')).toBe(en);
  expect(said('fr')).toBe(fr.replaceAll(/[\u00a0\u202f]/g, ' '));
});
