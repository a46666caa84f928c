import { SETTINGS_LIMITS } from '#app/core/program/program-rules.ts';
import type { settings as en } from '#app/locales/en/settings.ts';

export const settings: typeof en = {
  title: 'Paramètres',
  draftHelp:
    'Les modifications apportées ici font partie de votre brouillon et prennent effet à sa publication.',
  unpublished: 'Ces paramètres sont en attente de publication',
  unpublishedHelp:
    'Ils sont enregistrés dans votre brouillon. D’ici là, les commandes comptent selon le programme publié.',
  toProgram: 'Ouvrir la page Programme',
  countsTitle: 'Ce qui rapporte des points',
  countsAbout: 'Les points sont calculés sur ce que le client paie pour les produits, remises déduites.',
  tax: 'Taxes',
  taxAsShown: 'Compter les prix tels que les clients les voient',
  taxAsShownHelp: 'Taxes comprises, si vos prix les incluent.',
  taxWithout: 'Compter les prix hors taxes',
  taxWithoutHelp: 'Les taxes sont déduites si vos prix les incluent.',
  alsoCounts: 'Compter également',
  shipping: 'Les frais de livraison',
  giftCards: 'Les cartes-cadeaux',
  giftCardsHelp:
    'Ce qui est payé avec une carte-cadeau compte toujours. Il s’agit ici de l’achat d’une carte.',
  tips: 'Les pourboires',
  testOrders: 'Les commandes test',
  testOrdersHelp:
    'Désactivez cette option une fois votre boutique ouverte si vous y passez des commandes test.',
  excludedTitle: 'Clients exclus',
  excludedAbout:
    'Personnel, revendeurs : les clients qui portent l’une de ces balises dans Shopify ne gagnent rien.',
  tag: 'Balise client',
  tagHelp:
    'Telle qu’elle figure sur la fiche du client dans Shopify. Séparez plusieurs balises par des virgules.',
  addTag: 'Ajouter',
  namesTitle: 'Nom des points',
  namesAbout: 'Le nom donné aux points dans votre boutique, dans chacune de ses langues.',
  languages: { en: 'Anglais', fr: 'Français' },
  nameForms: { one: 'Singulier', other: 'Pluriel' },
  problems: {
    required: 'Saisissez un nom',
    tooLong: `Texte trop long : ${SETTINGS_LIMITS.nameLetters} caractères au maximum pour un nom, ${SETTINGS_LIMITS.tagLetters} pour une balise`,
    tooMany: `Vous pouvez exclure ${SETTINGS_LIMITS.tags} balises au maximum`,
    comma: 'Une balise ne peut pas contenir de virgule',
    malformed: 'Saisissez à nouveau cette valeur : elle nous est parvenue sous une forme illisible',
  },
};
