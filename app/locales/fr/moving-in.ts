import { pick, type PluralForm } from '../plural.ts';

export const movingIn = {
  title: 'Importer des membres',
  intro:
    'Reprenez des membres et leurs soldes d’une autre app, par un fichier CSV. Vous voyez tout avant que rien ne change.',
  choose: 'Fichier CSV',
  chooseHelp:
    'Une ligne par client, avec un e-mail ou un ID client Shopify, et des points. Les e-mails ne quittent pas votre navigateur.',
  file: {
    empty: 'Le fichier n’a aucune ligne.',
    broken: 'Un guillemet du fichier n’est pas fermé. Exportez de nouveau le fichier.',
    'too-many': 'Le fichier a plus de 100 000 lignes. Divisez-le.',
    'too-large': 'Le fichier dépasse 100 Mo. Divisez-le.',
    who: 'Aucune colonne ne contient d’e-mail ou d’ID client.',
    points: 'Aucune colonne ne contient de points.',
    twice: 'Deux colonnes disent la même chose. Supprimez-en une.',
  },
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
      one: `${count} anniversaire illisible, à la ligne ${rows}. Son membre arrive sans anniversaire.`,
      other: `${count} anniversaires illisibles, aux lignes ${rows}. Leurs membres arrivent sans anniversaire.`,
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
    leftOut: (count: string) => `Exclus : ${count}.`,
    quiet: 'Personne ne reçoit de message.',
    nobodyLess: 'Personne n’a moins qu’avant.',
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
    'Qui en a déjà dépensé une partie la garde. Les exclusions restent, comme les anniversaires modifiés depuis.',
  undone: (file: string) => `« ${file} » a été annulé`,
  kept: (count: string, form: PluralForm) =>
    pick(form, {
      one: `${count} membre en avait dépensé une partie et la garde.`,
      other: `${count} membres en avaient dépensé une partie et la gardent.`,
    }),
  failed: 'L’import s’est arrêté',
  why: {
    'no-emails':
      'Shopify ne donne pas d’e-mails à cette app. Utilisez un fichier avec des ID client Shopify.',
    'bulk-failed': 'Shopify n’a pas pu lister vos clients. Abandonnez le fichier et réessayez.',
    'not-applied': 'Rien n’a changé. Abandonnez le fichier et réessayez.',
  },
  refused: {
    'under-way': 'L’import d’un autre fichier est en cours.',
    'same-file': 'Ce fichier a déjà été importé. Annulez d’abord cet import.',
    'not-now': 'Ce n’est plus possible. Rechargez la page.',
    'not-whole': 'Des lignes manquent. Réessayez.',
    less: 'Quelqu’un aurait moins de points que maintenant.',
    failed: 'Cela n’a pas marché. Réessayez.',
  },
  begun: 'Import commencé',
  undoBegun: 'Annulation commencée',
  dropped: 'Fichier abandonné',
  entry: 'Repris d’un autre programme',
  entrySaid: (amount: string) => `Un import a changé le solde de ${amount}.`,
  entryWhy: 'Vous avez importé un fichier de membres.',
};
