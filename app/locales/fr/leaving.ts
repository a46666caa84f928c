import { pick } from '../plural.ts';
import type { leaving as en } from '../en/leaving.ts';

export const leaving: typeof en = {
  title: 'Quitter le programme',
  signIn: 'Connectez-vous à la boutique pour quitter le programme.',
  loses: 'Vous perdez définitivement :',
  stamps: (count, form) => pick(form, { one: `${count} tampon`, other: `${count} tampons` }),
  rewards: (count, form) =>
    pick(form, {
      one: `${count} récompense prête à utiliser`,
      other: `${count} récompenses prêtes à utiliser`,
    }),
  gifts: (count, form) =>
    pick(form, { one: `${count} cadeau qui vous attend`, other: `${count} cadeaux qui vous attendent` }),
  nothing: 'Vous n’avez rien à y perdre pour l’instant.',
  after: 'Vos commandes ne rapportent plus rien, et vos achats ne sont plus conservés.',
  back: 'Vous pouvez revenir à tout moment, en repartant de zéro.',
  sure: 'Êtes-vous sûr ?',
  leave: 'Oui, quitter le programme',
  left: (day) => `Vous avez quitté le programme le ${day}.`,
  since: 'Vos commandes ne rapportent rien, et rien de nouveau n’est conservé.',
  comeBack: 'Revenir dans le programme',
  done: 'Vous avez quitté le programme.',
  returned: 'Bon retour. Votre prochaine commande compte.',
  failed: 'Cela n’a pas fonctionné. Réessayez dans une minute.',
};
