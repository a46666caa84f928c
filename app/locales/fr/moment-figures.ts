import { pick } from '../plural.ts';
import type { momentFigures as en } from '#app/locales/en/moment-figures.ts';

export const momentFigures: typeof en = {
  title: 'Le bilan',
  span: 'Sur les 12 derniers mois.',
  nothing: 'Personne ne l’a encore reçu.',
  given: 'Attribués',
  lately: 'Dont ces 30 derniers jours',
  open: 'Encore à choisir',
  unchosen: 'Non choisis à temps',
  chosen: (gift) => `Choisi : ${gift}`,
  used: 'Utilisés',
  lapsed: 'Expirés sans servir',
  tasksDone: 'Cochés',
  tasksOpen: 'Encore à faire',
  tasksMissed: 'Partis sans',
  costOfTasks: 'Ce que cela vous a coûté',
  notKnown: 'non mesuré',
  said: 'Mots sans cadeau',
  points: 'Points attribués',
  cost: 'Remises sur les commandes',
  unmeasured: 'Utilisés, coût non mesuré',
  followed: 'Commandes dans les 30 jours',
  heldOut: 'Dans le groupe témoin',
  followedOf: (followed, given) =>
    `En 12 mois, ${followed} sur ${given} suivis d’une commande dans les 30 jours.`,
  effect: 'Son effet n’est pas mesuré.',
  ceiling: {
    title: 'Ce moment s’est arrêté',
    means:
      'Il a donné ce que permet «\u00a0Arrêter après\u00a0». Augmentez-le, puis publiez\u00a0: il donnera de nouveau.',
    stopped: 'Arrêté\u00a0: il a donné tout ce que vous aviez permis.',
    line: 'Sur «\u00a0Arrêter après\u00a0»',
    points: (given, most) => `${given} points sur ${most}`,
    money: (given, most) => `${given} sur ${most}`,
  },

  about: (times, _form) => `Environ ${times} fois ces 90 derniers jours dans votre boutique.`,
  aboutPoints: (points) => `Soit ${points} points.`,
  aboutMoney: (points, money) => `Soit ${points} points, d’une valeur de ${money}.`,
  never: 'Pas une fois ces 90 derniers jours dans votre boutique.',
  notMeasured: 'Sa fréquence ces derniers jours : non mesurée.',
  whenTold: 'Seulement pour ce qu’ils vous disent. Rien n’est deviné.',
  byYou: 'Aussi souvent que vous le décidez.',

  hear: {
    store: 'Vos clients l’apprennent dans votre boutique seulement.',
    flow: 'Vos clients l’apprennent aussi par Flow.',
    silent: 'Pas encore possible en ligne : les absents ne voient pas votre boutique. Activez Flow.',
    packing: 'Vos clients le trouvent dans le colis.',
    note: 'Vos clients le lisent sur papier.',
    call: 'Vos clients l’entendent de vous.',
  },

  hand: {
    title: 'L’attribuer',
    about: (members, form) =>
      pick(form, {
        one: `À toutes les personnes concernées par le moment en ligne\u00a0: ${members} client au plus.`,
        other: `À toutes les personnes concernées par le moment en ligne\u00a0: ${members} clients au plus.`,
      }),
    give: 'Le leur attribuer',
    sure: 'C’est définitif.',
    again: 'L’attribuer à nouveau à ceux qui l’ont déjà eu',
    reason: 'Pourquoi, pour votre équipe',
    cancel: 'Annuler',
    problems: {
      missing: 'Indiquez une raison.',
      'too-long': '200 caractères au maximum.',
      nobody: 'Personne n’est concerné pour l’instant.',
      'too-many': 'Cela dépasse 10\u00a0000 clients. Ajoutez une condition, puis publiez.',
      collection: 'Une collection est en cours de lecture, ou ne peut pas être lue. Voyez plus haut.',
      'no-moment': 'Ce moment n’est plus en ligne.',
      'other-request': 'Il est déjà en cours d’attribution.',
    },
    failed: 'Cela n’a pas fonctionné. Réessayez\u00a0: personne ne le reçoit deux fois.',
    list: {
      title: 'L’attribuer à une liste',
      customers: 'Clients',
      help: 'Un par ligne\u00a0: un ID client ou un e-mail. Les e-mails sont demandés à Shopify et non conservés.',
      file: 'Ou un fichier, par exemple l’export des clients de Shopify',
      check: 'Vérifier la liste',
      change: 'Modifier la liste',
      found: (customers, form) =>
        pick(form, { one: `${customers} client le reçoit.`, other: `${customers} clients le reçoivent.` }),
      foundNobody: 'Personne ne le reçoit.',
      had: (customers, form) =>
        pick(form, { one: `${customers} client l’a déjà eu.`, other: `${customers} clients l’ont déjà eu.` }),
      twice: (lines, form) =>
        pick(form, {
          one: `${lines} ligne figure deux fois et compte une fois.`,
          other: `${lines} lignes figurent deux fois et comptent une fois.`,
        }),
      out: (customers, form) =>
        pick(form, {
          one: `${customers} client est exclu ou a quitté le programme.`,
          other: `${customers} clients sont exclus ou ont quitté le programme.`,
        }),
      others: (customers, form) =>
        pick(form, {
          one: `${customers} client ne remplit pas les conditions de ce moment.`,
          other: `${customers} clients ne remplissent pas les conditions de ce moment.`,
        }),
      notFound: (lines, form) =>
        pick(form, {
          one: `${lines} ligne ne désigne aucun membre\u00a0:`,
          other: `${lines} lignes ne désignent aucun membre\u00a0:`,
        }),
      give: (customers, form) =>
        pick(form, {
          one: `L’attribuer à ${customers} client`,
          other: `L’attribuer à ${customers} clients`,
        }),
      problems: {
        nobody: 'Indiquez un ID client ou un e-mail.',
        'too-many': '1\u00a0000 clients au maximum.',
        'no-moment': 'Ce moment n’est plus en ligne.',
        collection:
          'Une collection de ce moment est en cours de lecture, ou ne peut pas être lue. Fermez cette fenêtre pour voir laquelle.',
        'no-emails': 'Shopify ne communique pas d’e-mails à cette application. Utilisez des ID client.',
        failed: 'Shopify ne répond pas. Vérifiez à nouveau dans un instant.',
      },
    },
    lists: 'Déjà attribué',
    running: (done, total) => `En cours\u00a0: ${done} sur ${total} clients.`,
    done: (given, total) => `Terminé\u00a0: attribué à ${given} sur ${total} clients.`,
    had: (customers, form) =>
      pick(form, { one: `${customers} l’avait déjà eu.`, other: `${customers} l’avaient déjà eu.` }),
    others: (customers, form) =>
      pick(form, {
        one: `${customers} autre\u00a0: exclu, parti, fusionné, hors conditions ou plafond, ou dans le groupe témoin.`,
        other: `${customers} autres\u00a0: exclus, partis, fusionnés, hors conditions ou plafond, ou dans le groupe témoin.`,
      }),
    unreached: (customers, form) =>
      pick(form, {
        one: `${customers} n’a pas été atteint\u00a0: le moment n’était plus en ligne.`,
        other: `${customers} n’ont pas été atteints\u00a0: le moment n’était plus en ligne.`,
      }),
  },
};
