import type { memberList as en } from '../en/member-list.ts';

export const memberList: typeof en = {
  namesRefused: 'Shopify ne communique pas les noms à cette application',
  namesRefusedHelp:
    'Cherchez un numéro de commande, comme #1001. Pour chercher un nom, il faut que l’installateur de Sixth demande les noms à Shopify.',
  namesFailed: 'Les noms n’ont pas été recherchés',
  namesFailedHelp: 'Shopify n’a pas répondu. Réessayez, ou cherchez un numéro de commande.',
  moreFound: 'Seuls les 50 premiers clients trouvés comptent ici. Précisez le nom pour voir les autres.',
};
