import type { Texts } from '../en.ts';
import { orderNumbers } from './order-numbers.ts';

export const ownOrder: Texts['ownOrder'] = {
  signIn: 'Connectez-vous pour poser une question sur vos commandes.',
  notFound: 'Cette commande est introuvable dans votre compte.',
  gave: (name, amounts) => `La commande ${orderNumbers(name)} vous a rapporté ${amounts}.`,
  gaveNothing: (name) => `La commande ${orderNumbers(name)} n’a encore rien rapporté.`,
  counting: (name) => `La commande ${orderNumbers(name)} est bien arrivée.`,
  coming: (amounts) => `${amounts} de plus après paiement.`,
  took: (amounts) => `Ses articles offerts ont utilisé ${amounts}.`,
  order: {
    counting: 'Elle est en cours de calcul. Revenez dans une minute.',
    'set-aside': 'Elle n’a pas encore pu être prise en compte. De nouveaux essais ont lieu.',
    left: 'Vous avez quitté le programme, elle ne compte donc plus.',
    guest: 'Elle a été passée sans compte client.',
    'before-program': 'Elle a été passée avant le début du programme.',
    blocked: 'Votre compte ne participait pas au programme quand vous l’avez passée.',
    'left-out': 'Votre compte ne participait pas au programme quand vous l’avez passée.',
    cancelled: 'Elle a été annulée.',
    deleted: 'La boutique l’a supprimée.',
    'no-snapshot': 'La boutique n’en a pas encore envoyé le détail. Revenez plus tard.',
    paused: 'Le programme était en pause quand vous l’avez passée.',
    refunded: 'Son paiement a été remboursé.',
    'test-order': 'C’est une commande de test, qui ne compte pas.',
    unpaid: 'Elle n’est pas encore payée.',
    'never-paid': 'Elle n’a jamais été payée.',
    'went-back': 'Les articles retournés ne comptent pas.',
    'to-check': 'La boutique vérifie encore une remise sur cette commande.',
  },
  points: {
    'points-off': () => 'Les commandes n’en rapportaient pas quand vous l’avez passée.',
    never: () => 'Certains de ses produits ne comptent jamais.',
    'gift-card': () => 'Les cartes-cadeaux ne comptent pas.',
    tip: () => 'Les pourboires ne comptent pas.',
    'given-away': () => 'Des remises en ont couvert la totalité.',
    'under-step': (least) => `Son montant n’atteint pas ${least}, le minimum pour en gagner.`,
  },
  card: {
    'no-product': (card) => `${card}\u00a0: aucun de ses produits n’était dans cette commande.`,
    'not-running': (card) => `${card}\u00a0: cette carte n’était pas active ce jour-là.`,
  },
  todo: {
    find: 'Vérifiez le numéro, ou connectez-vous avec l’adresse e-mail de la commande.',
    ask: 'Contactez la boutique si cela vous semble faux.',
  },
};
