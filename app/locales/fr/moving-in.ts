import { pick, type PluralForm } from '../plural.ts';

export const movingIn = {
  title: 'Importer des membres',
  intro:
    'Reprenez des membres et leurs soldes d’une autre application, par un fichier CSV. Vous voyez tout avant que rien ne change.',
  choose: 'Fichier CSV',
  chooseHelp:
    'Une ligne par client, avec un e-mail ou un ID client Shopify, et des points. Les e-mails ne quittent pas votre navigateur.',
  reading: (read: string, all: string) => `${read} Mo lus sur ${all}`,
  stopReading: 'Arrêter la lecture',
  stopSending: 'Arrêter l’envoi',
  file: {
    empty: () => 'Le fichier n’a aucune ligne.',
    broken: (row: string) =>
      `Un guillemet de la ligne ${row} n’est pas fermé, ou se trouve dans une cellule. Exportez de nouveau le fichier.`,
    'too-many': (rows: string) => `Le fichier a environ ${rows} lignes. Le maximum est 100 000 : divisez-le.`,
    'too-wide': (columns: string) => `Le fichier a ${columns} colonnes. Le maximum est 500.`,
    'not-text': () =>
      'Ce n’est pas un fichier CSV. Enregistrez la feuille au format CSV, puis choisissez ce fichier.',
    history: () =>
      'C’est une liste d’événements, avec plusieurs lignes pour un client. Exportez la liste des clients avec leurs soldes.',
    unreadable: () => 'Le fichier n’est plus lisible. Choisissez-le de nouveau.',
  },
  columns: {
    title: 'Colonnes',
    help: 'Ce que contient chaque colonne, pour ce fichier seulement.',
    none: 'Aucune',
    empty: 'vide',
    nameless: (place: string) => `Colonne ${place}`,
    field: {
      email: 'E-mail',
      customerId: 'ID client Shopify',
      points: 'Points',
      birthday: 'Anniversaire',
      joinedOn: 'Membre depuis',
      leftOut: 'Exclu',
    },
    stamps: (card: string) => `Tampons de « ${card} »`,
    first: (cells: string) => `Premières lignes : ${cells}`,
    problem: {
      who: 'Choisissez une colonne d’e-mails, ou une colonne d’ID client.',
      nothing: 'Choisissez une colonne de points, de tampons ou d’anniversaires.',
      two: 'Deux colonnes pourraient convenir. Choisissez l’une d’elles, ou aucune.',
      taken: 'Cette colonne est déjà choisie plus haut.',
      'no-emails': 'Shopify ne donne pas d’e-mails à cette application. Choisissez une colonne d’ID client.',
    },
  },
  countedTwice: {
    given: (day: string) =>
      `Vous avez donné des points pour des commandes passées le ${day}. Si ces soldes comptent déjà ces commandes, les membres les auraient deux fois. Défaites d’abord les commandes passées, ou retirez ces membres du fichier.`,
    see: 'Voir les commandes passées',
    later:
      'Ces soldes valent pour les commandes jusqu’à aujourd’hui : les commandes passées ne donneront plus rien à ces membres.',
  },
  by: {
    email: 'Les membres sont trouvés par leur e-mail.',
    customerId: 'Les membres sont trouvés par leur ID client.',
  },
  noHead: 'La première ligne ne nomme pas les colonnes : elle est lue comme un membre.',
  noPoints: 'Aucune colonne n’a de points : les points restent tels quels.',
  or: (one: string, other: string) => `${one} ou ${other}`,
  seems: (app: string) => `Ce fichier semble venir de ${app}.`,
  own: 'Ce fichier vient de Sixth.',
  found: (rows: string, form: PluralForm) =>
    pick(form, { one: `${rows} ligne trouvée.`, other: `${rows} lignes trouvées.` }),
  ignored: (columns: string) => `Sans usage : ${columns}.`,
  dates: 'Comment les dates sont écrites',
  order: { mdy: 'Mois d’abord', dmy: 'Jour d’abord', ymd: 'Année d’abord' },
  readAs: (days: string) => `Lu ainsi : ${days}`,
  noDate: 'aucune date',
  datesRead: (order: string) => `Lecture des dates : ${order.toLowerCase()}.`,
  unread: (count: string, rows: string, form: PluralForm) =>
    pick(form, {
      one: `${count} date illisible, à la ligne ${rows}. Son membre arrive sans elle.`,
      other: `${count} dates illisibles, aux lignes ${rows}. Leurs membres arrivent sans elles.`,
    }),
  way: 'Ce que font les points',
  add: 'S’ajouter à ce que les membres ont',
  set: 'Remplacer ce que les membres ont',
  theirs: 'Points là-bas',
  ours: 'Points ici',
  factor: (theirs: string, ours: string) => `Pour ${theirs} là-bas, ${ours} ici, arrondi au-dessus.`,
  worth: (money: string) => `100 points ici valent ${money}.`,
  worthThere: (points: string) => `Ce que valaient ${points} points là-bas`,
  worthThereHelp: 'Facultatif. Ainsi, personne n’arrive ici avec moins qu’avant.',
  worthThereWrong: 'Saisissez un montant, comme 5,00.',
  tooFew: (ours: string) =>
    `Les membres pourraient acheter moins ici que là-bas. Donnez au moins ${ours} points.`,
  stepThere: 'Les points là-bas s’utilisaient par multiples de',
  stepThereHelp: 'Facultatif. Laissez vide si tout nombre pouvait être utilisé.',
  check: 'Vérifier le fichier',
  sending: (count: string, all: string) => `${count} lignes envoyées sur ${all}. Laissez cette page ouverte.`,
  chooseWay: 'Choisissez l’un des deux.',
  wholeNumber: 'Saisissez un nombre entier à partir de 1.',
  working: {
    joining: 'Vos clients sont recherchés dans Shopify. Vous pouvez quitter cette page.',
    applying: 'L’import des membres est en cours. Vous pouvez quitter cette page.',
    undoing: 'L’annulation de l’import est en cours. Vous pouvez quitter cette page.',
  },
  preview: {
    title: (file: string) => `Avant l’import de « ${file} »`,
    ready: (count: string, form: PluralForm) =>
      pick(form, { one: `${count} membre est prêt.`, other: `${count} membres sont prêts.` }),
    points: (theirs: string, ours: string) => `${theirs} points là-bas deviennent ${ours} points ici.`,
    worth: (money: string) => `En tout, ils valent ${money}.`,
    birthdays: (count: string) => `Anniversaires : ${count}. Une date qu’un membre a déjà reste.`,
    joined: (count: string) => `Dates d’inscription : ${count}. La plus ancienne compte.`,
    leftOut: (count: string) => `Exclus : ${count}.`,
    quiet: 'Personne ne reçoit de message.',
    nobodyLess: 'Personne n’a moins qu’avant.',
    awarded: (count: string, form: PluralForm) =>
      pick(form, {
        one: `${count} membre a déjà reçu des points pour des commandes passées. Ne les comptez pas deux fois.`,
        other: `${count} membres ont déjà reçu des points pour des commandes passées. Ne les comptez pas deux fois.`,
      }),
    nobodyBuysLess: 'Personne ne peut acheter moins qu’avant.',
    buysLess: (count: string, form: PluralForm) =>
      pick(form, {
        one: `${count} membre pourrait acheter moins qu’avant`,
        other: `${count} membres pourraient acheter moins qu’avant`,
      }),
    inRows: (rows: string) => `Aux lignes : ${rows}.`,
    raise: (ours: string, theirs: string) => `Donner ${ours} points pour ${theirs}`,
    raised: 'Points recalculés',
    noFactor: 'Aucun nombre de points n’y suffit avec vos récompenses.',
    sure: 'Importer quand même',
    lessFile: 'qui-pourrait-acheter-moins.csv',
    lessHead: ['Ligne', 'Points ici qui suffiraient'],
    less: (count: string, form: PluralForm) =>
      pick(form, {
        one: `${count} membre aurait moins de points que maintenant. Ajoutez plutôt les points, ou changez le fichier.`,
        other: `${count} membres auraient moins de points que maintenant. Ajoutez plutôt les points, ou changez le fichier.`,
      }),
    notTaken: 'Lignes qui ne sont pas importées',
    row: (line: string, why: string) => `Ligne ${line} : ${why}`,
    more: (count: string) => `Et ${count} de plus.`,
    allProblems: 'Toutes dans un fichier',
    problemsFile: 'lignes-non-importees.csv',
    problemsHead: ['Ligne', 'Pourquoi'],
  },
  problem: {
    who: 'ni e-mail ni ID client',
    points: 'des points qui ne sont pas un nombre',
    'points-unclear': 'des points qui se lisent de deux façons',
    stamps: 'des tampons qui ne sont pas un nombre',
    half: 'il manque des cellules',
    spills: 'plus de cellules que de colonnes, comme avec 52,620 sans guillemets',
    twice: 'le même client sur deux lignes',
    'no-card': 'des tampons d’une carte que vous n’avez pas',
    'not-found': 'aucun client correspondant dans votre boutique',
    left: 'le client a quitté votre programme',
  },
  apply: 'Importer',
  drop: 'Abandonner',
  applied: (count: string, form: PluralForm, file: string) =>
    pick(form, {
      one: `${count} membre importé de « ${file} »`,
      other: `${count} membres importés de « ${file} »`,
    }),
  appliedPoints: (points: string) => `Points ajoutés en tout : ${points}.`,
  undo: 'Annuler cet import',
  undoHelp:
    'Qui en a déjà dépensé une partie la garde. Anniversaires, exclusions et dates d’inscription partent aussi, sauf s’ils ont changé depuis.',
  undoOf: (file: string) => `Annuler cet import : « ${file} »`,
  earlier: 'Imports précédents',
  keeps: (points: string, form: PluralForm) =>
    pick(form, { one: `Un membre garde ${points} point`, other: `Un membre garde ${points} points` }),
  undone: (file: string) => `« ${file} » a été annulé`,
  kept: (count: string, form: PluralForm) =>
    pick(form, {
      one: `${count} membre en avait dépensé une partie et la garde.`,
      other: `${count} membres en avaient dépensé une partie et la gardent.`,
    }),
  failed: 'L’import s’est arrêté',
  why: {
    'no-emails':
      'Shopify ne donne pas d’e-mails à cette application. Utilisez un fichier avec des ID client Shopify.',
    'bulk-failed': 'Shopify n’a pas pu lister vos clients. Abandonnez le fichier et réessayez.',
    'not-applied': 'Rien n’a changé. Abandonnez le fichier et réessayez.',
  },
  refused: {
    'under-way': 'L’import d’un autre fichier est en cours.',
    'same-file': 'Ce fichier a déjà été importé. Annulez d’abord cet import.',
    'not-now': 'Ce n’est plus possible. Rechargez la page.',
    'not-whole': 'Des lignes manquent. Réessayez.',
    less: 'Quelqu’un aurait moins de points que maintenant.',
    'buys-less': 'Plus de membres que vous n’en avez vu pourraient acheter moins. Rechargez la page.',
    unreadable: 'Le fichier n’est plus lisible. Choisissez-le de nouveau.',
    failed: 'Cela n’a pas marché. Réessayez.',
  },
  begun: 'Import commencé',
  undoBegun: 'Annulation commencée',
  dropped: 'Fichier abandonné',
  entry: 'Repris d’un autre programme',
  entrySaid: (amount: string) => `Un import a changé le solde de ${amount}.`,
  entryWhy: 'Vous avez importé un fichier de membres.',
};
