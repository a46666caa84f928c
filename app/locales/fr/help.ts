import type { help as en } from '../en/help.ts';

export const help: typeof en = {
  contents: 'Toutes les pages du guide',
  learnMore: 'En savoir plus sur',
  about: {
    start: 'les premiers pas',
    program: 'votre programme',
    points: 'les points',
    'stamp-card': 'les cartes à tampons',
    rewards: 'les récompenses',
    birthday: 'les anniversaires',
    members: 'les membres',
    settings: 'les paramètres',
    trouble: 'ce qu’il faut faire si quelque chose ne va pas',
    words: 'le vocabulaire',
    'whats-new': 'les nouveautés',
    'get-help': 'l’aide',
  },
  pages: {
    start: 'Premiers pas',
    program: 'Votre programme',
    points: 'Points',
    'stamp-card': 'Cartes à tampons',
    rewards: 'Récompenses',
    birthday: 'Anniversaires',
    members: 'Membres',
    settings: 'Paramètres',
    trouble: 'Si quelque chose ne va pas',
    words: 'Vocabulaire',
    'whats-new': 'Nouveautés',
    'get-help': 'Obtenir de l’aide',
  },
  support: {
    title: 'À qui s’adresser',
    writeTo: 'Adressez-vous aux personnes qui hébergent Sixth pour votre boutique :',
    unknown:
      'Adressez-vous à la personne qui a installé Sixth pour votre boutique. Notez son nom là où votre équipe le trouve.',
    ifItLasts: 'Si cela dure, écrivez à',
    ifItLastsUnknown: 'Si cela dure :',
    getHelp: 'Obtenir de l’aide',
  },
};
