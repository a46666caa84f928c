import { MOST_DAYS } from '#app/core/moments/moment-rules.ts';
import { pick } from '../plural.ts';
import type { birthdays as en } from '../en/birthdays.ts';

export const birthdays: typeof en = {
  offer: {
    kinds: { birthday: 'Anniversaire', anniversary: 'Anniversaire d’adhésion' },
    switches: {
      birthday: 'Offrir un cadeau pour l’anniversaire',
      anniversary: 'Offrir un cadeau pour l’anniversaire d’adhésion',
    },
    switchHelp: {
      birthday:
        'Vos clients indiquent leur date dans le bloc « Anniversaire et cadeaux » de votre thème. Vous pouvez aussi la saisir sur la page du membre.',
      anniversary:
        'Chaque année, le jour où le client est devenu membre, à partir de la première année révolue.',
    },
    sentence: {
      birthday: (who, points, when) => `${who} reçoivent ${points} pour leur anniversaire, ${when}.`,
      anniversary: (who, points, when) => `${who} reçoivent ${points} pour chaque année d’adhésion, ${when}.`,
    },
    members: {
      all: 'Tous les membres',
      ordered: 'Les membres ayant commandé dans les 12 mois précédents',
      some: 'Certains membres',
    },
    some: (conditions) => `Les clients ${conditions}`,
    onTheDay: 'le jour même',
    before: (days, form) => pick(form, { one: `${days} jour avant`, other: `${days} jours avant` }),
    late: (days, form) =>
      `Le cadeau peut encore arriver jusqu’à ${days} ${pick(form, { one: 'jour', other: 'jours' })} après, par exemple si la date est indiquée tardivement.`,
    lateUntold: (days, form) =>
      `Le cadeau peut encore arriver jusqu’à ${days} ${pick(form, { one: 'jour', other: 'jours' })} après, par exemple si vous réintégrez le membre.`,
    wait: (days, form) =>
      `Après l’ajout ou la modification d’un anniversaire, le cadeau attend ${days} ${pick(form, { one: 'jour', other: 'jours' })}.`,
    asksYear: 'Le bloc demande aussi l’année de naissance.',
    gift: 'Cadeau',
    giftPoints: 'Points',
    giftLasts: (days, form) =>
      `À utiliser le jour même et pendant ${days} ${pick(form, { one: 'jour', other: 'jours' })} ensuite. Rien n’est payé pour cela.`,
    giftGone: 'une récompense retirée',
    giftNone: 'Dès que votre programme a des récompenses, vous pouvez en offrir une.',
    points: 'Cadeau en points',
    daysBefore: 'Jours avant',
    daysBeforeHelp: `De 0 à ${MOST_DAYS.daysBefore}. Avec 0, le cadeau arrive le jour même.`,
    daysAfter: 'Jours après',
    daysAfterHelp: `De 0 à ${MOST_DAYS.daysAfter}. Durée pendant laquelle le cadeau reste visible et peut encore être attribué.`,
    waitDays: 'Délai après l’ajout ou la modification d’un anniversaire, en jours',
    waitHelp: `De 0 à ${MOST_DAYS.waitDays}. Évite qu’un client choisisse demain comme anniversaire. Après un cadeau, une autre date n’en apporte aucun pendant 270 jours.`,
    who: 'Bénéficiaires',
    whoHelp:
      'Vérifiées le premier jour où le cadeau peut arriver, puis après chaque commande tant qu’il peut arriver. Les jours se comptent à rebours depuis ce premier jour.',
    year: 'Demander aussi l’année de naissance',
    yearHelp: 'Vos clients peuvent la laisser vide. Aucun cadeau n’en dépend.',
    added: (kind, sentence) =>
      `Nouveau cadeau : « ${kind} ». ${sentence} Les membres dont la période a commencé le reçoivent aussitôt.`,
    ended: (kind) => `Le cadeau « ${kind} » prend fin. Ce qui a été attribué est conservé.`,
    changed: (kind, after, before) => `« ${kind} » change. ${after} Avant : ${before}`,
    shoppers: {
      'birthday-waiting': 'Membre en attente de son cadeau d’anniversaire',
      'birthday-today': 'Membre qui reçoit son cadeau d’anniversaire aujourd’hui',
      'birthday-given': 'Membre qui a déjà reçu son cadeau d’anniversaire',
      'birthday-over': 'Membre après la période du cadeau d’anniversaire',
      'anniversary-today': 'Membre le jour de son anniversaire d’adhésion',
    },
  },
  entry: {
    birthday: (year, amount) => `Anniversaire ${year} : ${amount}`,
    anniversary: (year, amount) => `Anniversaire d’adhésion ${year} : ${amount}`,
    onTheDay: (on) => `Attribué le ${on}, le jour même.`,
    onFirstDay: (on, days, form) =>
      `Attribué le ${on}, ${days} ${pick(form, { one: 'jour', other: 'jours' })} avant, comme le prévoit le programme.`,
    on: (on) => `Attribué le ${on}.`,
    late: {
      birthday: (on) =>
        `Attribué en retard, le ${on} : la date n’a été ajoutée, le cadeau publié ou le membre réintégré qu’alors.`,
      anniversary: (on) =>
        `Attribué en retard, le ${on} : le cadeau n’a été publié ou le membre réintégré qu’alors.`,
    },
    until: (until) => `Le cadeau pouvait arriver jusqu’au ${until}, une seule fois pour cette année.`,
  },
  card: {
    title: 'Anniversaire',
    none: 'Non renseigné.',
    leapDay: 'Fêté le 28 février les années où ce jour n’existe pas.',
    nextGift: (day) => `Prochain cadeau : ${day}`,
    nextGiftForSome: (day) => `Prochain cadeau : ${day}, si les conditions du cadeau sont alors remplies`,
    noOffer: 'Aucun cadeau d’anniversaire n’est publié.',
    giftPaused: 'Le cadeau d’anniversaire est en pause\u00a0: il n’est pas attribué avant sa reprise.',
    paused: 'Le programme est en pause\u00a0: aucun cadeau n’est attribué avant sa reprise.',
    enter: 'Saisir l’anniversaire',
    correct: 'Corriger',
    remove: 'Supprimer',
    enterTitle: 'Saisir l’anniversaire',
    correctTitle: 'Corriger l’anniversaire',
    removeTitle: 'Supprimer l’anniversaire ?',
    removeHelp:
      'Le membre ne recevra pas de cadeau d’anniversaire tant qu’aucune date n’est de nouveau indiquée. Ce qui a été attribué est conservé.',
    waits: (days, form) =>
      `Après une modification, le premier cadeau arrive au plus tôt après ${days} ${pick(form, { one: 'jour', other: 'jours' })}.`,
    day: 'Jour',
    month: 'Mois',
    chooseMonth: 'Sélectionner',
    year: 'Année (facultatif)',
    saved: 'Anniversaire enregistré',
    removed: 'Anniversaire supprimé',
    log: 'Modifications',
    told: {
      shopper: (date) => `Ajouté par le client : ${date}`,
      shopify: (date) => `Lu dans Shopify : ${date}`,
      merchant: (date) => `Ajouté par votre équipe : ${date}`,
    },
    tookAway: { shopper: 'Date supprimée par le client', merchant: 'Date supprimée par votre équipe' },
  },
  problems: {
    monthMissing: 'Choisissez un mois',
    dayMissing: 'Saisissez un jour',
    dayImpossible: 'Ce jour n’existe pas dans ce mois',
    yearRange: 'Saisissez une année de naissance à quatre chiffres, ou laissez le champ vide',
    otherRequest: 'Cette fenêtre a déjà enregistré une autre date. Fermez-la et vérifiez la page.',
  },
  page: {
    title: 'Anniversaires',
    subtitle: (today) => `À partir du ${today}, par date du cadeau`,
    list: '30 prochains jours',
    count: (count, form) => pick(form, { one: `${count} membre`, other: `${count} membres` }),
    more: (count) => `Plus de ${count} membres`,
    noOffer: 'Aucun cadeau d’anniversaire n’est publié',
    noOfferHelp:
      'Les membres sont classés par date d’anniversaire. Ils ne reçoivent rien tant que vous n’avez pas publié de cadeau.',
    setUp: 'Configurer le cadeau d’anniversaire',
    forSome: 'Seuls les membres qui remplissent ses conditions reçoivent le cadeau.',
    marked: 'Ceux qui ne les remplissent pas à ce jour sont signalés.',
    notReadYet: 'Tant que chaque collection n’est pas lue, on ne peut pas dire qui les remplit.',
    beforeTags: 'Les balises ne sont pas vérifiées ici.',
    unmet: 'Conditions non remplies',
    seeConditions: 'Voir les conditions',
    emptyHeading: 'Aucun anniversaire dans les 30 prochains jours',
    emptyHelp:
      'Vos clients indiquent leur date dans le bloc « Anniversaire et cadeaux » de votre thème. Vous pouvez aussi la saisir sur la page d’un membre.',
    resource: { singular: 'anniversaire', plural: 'anniversaires' },
    birthday: 'Anniversaire',
    giftOn: 'Cadeau le',
    status: 'Statut',
    given: 'Attribué',
    givenBefore: 'Déjà attribué',
    today: 'Aujourd’hui',
    toldTheirs: 'Anniversaires renseignés',
    toldHelp: 'À ce jour',
    gifts: 'Cadeaux attribués',
    giftsHelp: 'Pour les anniversaires et les années d’adhésion',
    followed: 'Suivis d’une commande',
    followedHelp: 'Cadeaux dont le membre a commandé dans les 30 jours qui suivent',
  },
};
