import type { Texts } from '../en.ts';

export const ledger: Texts['ledger'] = {
  note: 'Message au client (facultatif)',
  noteHelp: 'Affiché avec son solde dans votre boutique pendant 30 jours.',
};
