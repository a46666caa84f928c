import { pick } from '../plural.ts';
import type { memberList as en } from '../en/member-list.ts';

export const memberList: typeof en = {
  count: (count, form) => pick(form, { one: `${count} membre`, other: `${count} membres` }),
  moreThan: (count) => `Plus de ${count} membres`,
  member: 'Membre',
  lastOrder: 'Dernière commande',
  noOrder: 'Aucune',
  orders: 'Commandes',
  pending: (points) => `${points} en attente`,
  newestFirst: 'Du plus récent au plus ancien',
  oldestFirst: 'Du plus ancien au plus récent',
  mostFirst: 'Du plus grand au plus petit',
  fewestFirst: 'Du plus petit au plus grand',
  setUp: 'Préparer votre programme',
  backToMembers: 'Voir les membres',
  places: 'Autour des membres',
  namesRefused: 'Shopify ne communique pas les noms à cette application',
  namesRefusedHelp:
    'Cherchez un numéro de commande, comme #1001. Pour chercher un nom, il faut que l’installateur de Sixth demande les noms à Shopify.',
  namesFailed: 'Les noms n’ont pas été recherchés',
  namesFailedHelp: 'Shopify n’a pas répondu. Réessayez, ou cherchez un numéro de commande.',
  moreFound: 'Seuls les 50 premiers clients trouvés comptent ici. Précisez le nom pour voir les autres.',
};
