import type { Texts } from '../en.ts';
import { pick } from '../plural.ts';

export const holdouts: Texts['holdouts'] = {
  title: 'Ce que cela apporte',
  notMeasured: 'Non mesuré : tout le monde en profite.',
  running: (day) => `La comparaison dure jusqu’au ${day}. Aucun résultat avant.`,
  tooFew: (people) => `Aucun résultat : il faut au moins ${people} clients par groupe.`,
  arms: { given: 'Clients qui en ont profité', heldOut: 'Groupe témoin' },
  people: (count, form) => `${count} ${pick(form, { one: 'client', other: 'clients' })}`,
  within: (value, low, high) => `${value} (de ${low} à ${high})`,
  kept: (amount) => `Dépensé par client : ${amount}`,
  orders: (count) => `Commandes pour 100 clients : ${count}`,
  bounds:
    'Achats après le moment, remboursements déduits. Entre parenthèses : la vraie valeur, avec 95 % de certitude.',
  verdicts: {
    more: 'Les clients qui en ont profité dépensent plus.',
    less: 'Les clients qui en ont profité dépensent moins.',
    unsure: 'Aucun effet n’a pu être démontré.',
  },
  keptMore: (low, high) => `Écart de dépense par client : de ${low} à ${high}.`,
  ordersMore: (low, high) => `Écart de commandes pour 100 clients : de ${low} à ${high}.`,
  foretold: 'Tout le monde en profite : les clients peuvent le lire à l’avance.',
  compare: 'Garder un groupe témoin',
  help: 'Des clients tirés au sort n’en profitent pas. Comparer les deux groupes montre ce que cela apporte.',
  percent: 'Part des clients dans le groupe',
  until: 'Dernier jour prévu',
  untilHelp: 'Le résultat s’affiche une fois ce jour passé.',
  past: 'Ce jour est passé : tout le monde en profite.',
  anew: 'Une autre part ou un autre jour lance une nouvelle comparaison. Celle en cours s’arrête sans résultat.',
  ends: 'La comparaison en cours s’arrête sans résultat. Qui n’a pas profité d’un moment passé n’en profitera pas après coup.',
};
