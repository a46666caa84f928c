import type { shell as en } from '#app/locales/en/shell.ts';

export const shell: typeof en = {
  /** French says the first of a month as an ordinal, which Intl doesn’t. */
  dates: { locale: 'fr', inSentence: (said) => said.replace(/^1(?=\s\D)/, '1er') },
  home: 'Accueil',
  program: 'Programme',
  members: 'Membres',
  tasks: 'Tâches',
  settings: 'Paramètres',
  save: 'Enregistrer',
  discard: 'Ignorer',
  saved: 'Modifications enregistrées',
  notSaved: 'Vos modifications n’ont pas pu être enregistrées',
  notSavedHelp:
    'Rien de ce que vous avez saisi n’est perdu. Vérifiez votre connexion et enregistrez à nouveau. Si le problème persiste, rouvrez l’application depuis votre interface Shopify dans un autre onglet.',
  slowSave: 'L’enregistrement prend plus de temps que d’habitude',
  slowSaveHelp: 'Rien de ce que vous avez saisi n’est perdu. Gardez cette page ouverte.',
  changedMeanwhile: 'Le brouillon a été modifié pendant votre saisie',
  changedMeanwhileHelp:
    'Une autre personne, ou un autre onglet, l’a enregistré. Rien de son travail n’a été écrasé et votre saisie est toujours là. Vous pouvez appliquer vos modifications par-dessus les siennes, vérifier le résultat et enregistrer à nouveau.',
  onTop: 'Appliquer mes modifications par-dessus',
  invalid: 'Certains champs sont à revoir',
  invalidHelp:
    'Rien n’a encore été enregistré. La correction à apporter est indiquée à côté de chaque champ.',
  failed: 'Une erreur s’est produite',
  failedHelp: 'Impossible de charger cette page. Rien n’a été modifié.',
  tryAgain: 'Réessayez dans une minute.',
  retry: 'Réessayer',
  notFound: 'Page introuvable',
  notFoundHelp: 'Il n’y a rien à cette adresse. La page a peut-être été déplacée ou le lien est incomplet.',
  backHome: 'Aller à l’accueil',
  openFromShopify: 'Ouvrez Sixth depuis votre interface Shopify, sous Applications.',
};
