import { pick } from '../plural.ts';
import type { Texts } from '../en.ts';

export const rewardRecord: Texts['rewardRecord'] = {
  title: 'Le devenir des récompenses',
  intro:
    'Vos clients voient leurs récompenses dans votre boutique. Les ont-ils regardées ? Ce n’est pas mesuré.',
  views: { orders: 'Commandes', given: 'Attribuées', lapsed: 'Expirées' },
  ordersUnit: 'Commandes avec récompense',
  count: {
    orders: (count, form) => pick(form, { one: `${count} commande`, other: `${count} commandes` }),
    given: (count, form) => pick(form, { one: `${count} récompense`, other: `${count} récompenses` }),
    lapsed: (count, form) => pick(form, { one: `${count} récompense`, other: `${count} récompenses` }),
  },
  since: (date) => `depuis le ${date}`,
  nothing: {
    orders: {
      heading: 'Aucune commande avec récompense',
      help: 'Ici figurent les commandes où une récompense a fait baisser le prix. Les commandes annulées ne comptent pas.',
    },
    given: {
      heading: 'Aucune récompense attribuée',
      help: 'Ici figure ce que vos clients prennent contre des points, et ce que vous leur offrez.',
    },
    lapsed: {
      heading: 'Aucune récompense expirée',
      help: 'Ici figurent les récompenses dont le dernier jour est passé. Leurs points ont été rendus.',
    },
  },
  off: (money) => `${money} de remise`,
  nothingOff: 'aucune remise',
  notMeasured: 'non mesurée',
  forPoints: 'Prise contre des points',
  asGift: 'Offerte',
  see: 'Voir le devenir des récompenses',
};
