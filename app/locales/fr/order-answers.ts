import type { Texts } from '../en.ts';
import { orderNumbers } from './order-numbers.ts';

export const orderAnswers: Texts['orderAnswers'] = {
  title: 'Qu’est devenue une commande\u202f?',
  label: 'Numéro de commande',
  help: 'Voyez ce que chaque règle a donné, et pourquoi les autres n’ont rien donné.',
  ask: 'Chercher',
  failed: 'Shopify ou l’application ne répond pas. Veuillez réessayer.',
  called: (name) => `Commande ${orderNumbers(name)}`,
  openOrder: 'Ouvrir la commande dans Shopify',
  openMember: 'Ouvrir son membre',
  placed: (when) => `Passée le ${when}.`,
  whose: {
    theirs: 'Elle appartient à ce membre.',
    anothers: 'Elle appartient à un autre client.',
    nobodys: 'Elle ne nomme aucun client.',
  },
  money: {
    paid: 'Elle est payée.',
    waits: 'Elle attend son paiement.',
    never: 'Elle n’a jamais été payée.',
    unknown: 'Son paiement n’est pas encore connu.',
  },
  gave: (amounts) => `À ce jour, elle a rapporté ${amounts}.`,
  gaveNothing: 'À ce jour, elle n’a rien rapporté.',
  took: (amounts) => `Ses articles offerts ont utilisé ${amounts}.`,
  comes: (amounts) => `Encore ${amounts} une fois la commande payée.`,
  order: {
    counting: 'L’application l’a reçue et la compte en ce moment.',
    'set-aside': 'Elle n’a pas encore pu être comptée. L’application réessaie d’elle-même.',
    left: 'Son client a quitté le programme, elle ne compte donc plus.',
    guest: 'Elle a été passée sans compte client, il n’y a donc personne à créditer.',
    'went-back': 'Les articles retournés ne comptent pas.',
    'to-check': 'Une remise sur cette commande était peut-être l’article offert d’une carte.',
  },
  points: {
    'given-away':
      'Remises et récompenses ont couvert tout ce qui compte, elle ne rapporte donc pas de points.',
    'under-step': (least) => `Ce qui compte n’atteint pas ${least}, le minimum qui rapporte.`,
  },
  card: {
    'no-product': (card) => `${card}\u00a0: aucun de ses produits n’est dans cette commande.`,
    'not-running': (card) => `${card}\u00a0: cette carte n’était pas active ce jour-là.`,
  },
  todo: {
    counting: 'Revenez dans une minute.',
    'set-aside': 'Voyez pourquoi sous «\u00a0Commandes impossibles à prendre en compte\u00a0».',
    guest: 'Ajoutez le client à la commande dans Shopify\u00a0: elle comptera alors.',
    unpaid: 'Marquez-la comme payée dans Shopify dès que l’argent est là.',
    'to-check': 'Décidez sous «\u00a0Commandes à vérifier\u00a0».',
    blocked: 'Réintégrez le membre, et les prochaines commandes compteront.',
    'left-out': 'Retirez la balise, et les prochaines commandes compteront.',
    'before-program': 'Vous pouvez les faire compter sous «\u00a0Commandes passées\u00a0».',
    paused: 'Vous pouvez compenser à la main sur la page du membre.',
  },
  nowhere: (name) => `Ni l’application ni Shopify ne trouvent de commande «\u00a0${name}\u00a0».`,
  nowhereHelp: 'Vérifiez le numéro. Shopify montre les 60 derniers jours, sauf autorisation plus large.',
  atShopify: (name) => `Shopify a la commande ${orderNumbers(name)}, mais pas l’application.`,
  beforeProgram: 'Elle a été passée avant le début de votre programme, elle ne rapporte donc rien.',
  notTold: 'Shopify ne l’a pas encore signalée à l’application.',
  readNow: 'La lire maintenant',
  notRead: 'Elle n’a pas pu être lue. L’application réessaiera d’elle-même.',
};
