import { REWARD_LIMITS } from '#app/core/rewards/reward-rules.ts';
import { pick } from '../plural.ts';
import type { Texts } from '../en.ts';

export const rewards: Texts['rewards'] = {
  title: 'Récompenses',
  group: { title: 'Vos clients profitent', help: 'Ce que les points permettent d’obtenir.' },
  add: 'Ajouter une récompense',
  newHeading: 'Nouvelle récompense',
  mostReached: `Un programme compte ${REWARD_LIMITS.rewards} récompenses au maximum.`,
  empty: {
    heading: 'Les points ne servent encore à rien',
    help: 'Commencez par l’une de ces récompenses, ou par la vôtre. Rien n’apparaît dans votre boutique avant la publication.',
    use: 'Commencer ainsi',
    useNamed: (name) => `Commencer ainsi : ${name}`,
    own: 'Une autre récompense',
  },
  facts: {
    none: 'Aucune attribuée pour l’instant',
    given: (count, form) => pick(form, { one: `${count} attribuée`, other: `${count} attribuées` }),
    held: (count, form) =>
      pick(form, { one: `${count} prête à utiliser`, other: `${count} prêtes à utiliser` }),
    used: (count, form) => pick(form, { one: `${count} utilisée`, other: `${count} utilisées` }),
    lapsed: (count, form) => pick(form, { one: `${count} expirée`, other: `${count} expirées` }),
    cost: (money) => `${money} de remise jusqu’ici`,
    costNothing: 'aucune remise jusqu’ici',
    unmeasured: (count) => `non mesurée : la remise de ${count}`,
  },
  titleOf: {
    amount: (money) => `${money} de remise`,
    percent: (percent) => `${percent} de remise`,
    'free-shipping': 'Livraison offerte',
    product: (product) => `Article offert : ${product}`,
    oneOfProducts: 'Un article offert',
    'any-amount': 'Remise au choix',
  },

  sentence: (points, _form, what) => `${points} = ${what}.`,
  off: (money) => `${money} de remise sur la commande`,
  percentOff: (percent) => `${percent} de remise sur la commande`,
  percentOffProducts: (percent, products) => `${percent} de remise sur ${products}`,
  freeShipping: 'la livraison offerte',
  freeShippingUpTo: (money) => `la livraison offerte, pour des frais de ${money} au maximum`,
  atMost: (what, money) => `${what}, ${money} au maximum`,
  freeItem: (products) => `un article offert : ${products}`,
  freeItemUpTo: (products, money) => `un article offert jusqu’à ${money} : ${products}`,
  anyAmount: (points, money) => `${points} = ${money} : utilisez-en autant que vous voulez.`,
  productsToChoose: 'les produits qu’il vous reste à choisir',
  terms: {
    least: (money) => `${money} au minimum à chaque fois.`,
    most: (money) => `${money} au maximum à chaque fois.`,
    share: (percent) => `${percent} du panier au maximum.`,
    minimum: (money) => `Dès ${money} de commande.`,
    life: (days, form) =>
      pick(form, { one: `À utiliser sous ${days} jour.`, other: `À utiliser sous ${days} jours.` }),
    nextDay: 'Dès la prochaine commande, à partir du lendemain.',
    usableOn: (days) => `À utiliser ${days}.`,
    taken: (days) => `À obtenir avec des points ${days}.`,
    perPerson: (times) => `${times} fois au maximum par client.`,
    perPeriod: {
      day: (times) => `${times} fois au maximum par client et par jour.`,
      week: (times) => `${times} fois au maximum par client et par semaine.`,
      month: (times) => `${times} fois au maximum par client et par mois civil.`,
      year: (times) => `${times} fois au maximum par client et par année civile.`,
    },
    inAll: (times) => `${times} fois au maximum en tout.`,
    alone: (discounts) => `Sans cumul avec les remises ${discounts}.`,
    keepsPoints: 'Un remboursement ne rend pas de points.',
  },

  kind: 'Ce qu’elle apporte',
  kinds: {
    amount: 'Un montant déduit de la commande',
    percent: 'Un pourcentage de remise',
    'free-shipping': 'La livraison offerte',
    product: 'Un produit offert',
    'any-amount': 'Montant au choix : le client décide combien de points utiliser',
  },
  needsPlus:
    'Produit offert et plafond demandent Shopify Plus : une application personnalisée ne les permet pas avec votre forfait.',
  step: (points) => `Palier, en ${points}`,
  stepWorth: (currency) => `Valeur d’un palier (${currency})`,
  cost: (points) => `Coût en ${points}`,
  amount: (currency) => `Montant déduit (${currency})`,
  percent: 'Pourcentage de remise',
  percentMost: (currency) => `Remise maximum (${currency})`,
  percentMostHelp: 'Laissez vide pour aucun plafond.',
  anyLeast: (currency) => `Minimum à chaque fois (${currency})`,
  anyMost: (currency) => `Maximum à chaque fois (${currency})`,
  anyMostHelp: 'Laissez vide pour aucune limite.',
  share: 'Part du panier, au maximum',
  shareHelp:
    'À 100 %, les points peuvent payer toute une commande. Demandez conseil : la taxe peut différer de celle d’une remise.',
  productUpTo: (currency) => `Prix maximum (${currency})`,
  productUpToHelp: 'Une variante plus chère n’est pas offerte. Laissez vide pour tous les prix.',
  productHelp: (most) =>
    `${most} produits au maximum. Le moins cher d’entre eux dans le panier est offert, une fois.`,
  of: 'Remise sur',
  ofOrder: 'Toute la commande',
  ofChosen: 'Des produits et collections choisis',
  upTo: (currency) => `Frais de livraison jusqu’à (${currency})`,
  upToHelp: 'Les frais plus élevés restent dus. Laissez vide pour tous les tarifs.',
  minimum: (currency) => `Commande minimum (${currency})`,
  minimumHelp: 'Produits hors livraison. Laissez vide pour toutes les commandes.',
  minimumOfAmount: 'Avec une commande plus petite, une partie du montant ne servirait pas.',
  lasts: 'Jours pour l’utiliser',
  lastsHelp: 'Passé ce délai, les points reviennent au client.',
  usable: 'Quand l’utiliser',
  usableAt: {
    'at-once': 'Tout de suite, sur le même panier',
    'next-day': 'Dès la prochaine commande, à partir du lendemain',
    days: 'Les jours de votre choix',
  },
  firstUse: 'Premier jour d’utilisation',
  lastUse: 'Dernier jour d’utilisation',
  more: (title) => `Limites, dates et combinaisons : ${title}`,
  moreShort: 'Limites, dates et combinaisons',
  perPerson: 'Maximum par client',
  perPeriod: 'Maximum par client et par période',
  period: 'Période',
  periods: { day: 'Par jour', week: 'Par semaine', month: 'Par mois civil', year: 'Par année civile' },
  periodHelp:
    'Les périodes suivent le calendrier de votre boutique : le mois commence le 1ᵉʳ, la semaine le lundi.',
  inAll: 'Maximum en tout',
  limitHelp: 'Laissez vide pour aucune limite.',
  startsOn: 'Premier jour pour l’obtenir',
  endsOn: 'Dernier jour pour l’obtenir',
  daysHelp:
    'Laissez les deux vides pour une récompense sans fin. Les jours suivent le fuseau horaire de votre boutique.',
  combinationsHelp: 'Vos remises autorisées dans la même commande.',
  cardForbids: (card) =>
    `Sans cumul avec l’article offert de « ${card} » : cette carte ne l’autorise pas. Vous pouvez le changer là-bas.`,
  forbidsCards:
    'Sans cumul avec l’article offert d’une carte, car les remises sur les produits ne sont pas autorisées.',
  refund: 'Un remboursement rend des points',
  refundHelp: 'En proportion de ce qui est retourné. Une commande annulée les rend toujours tous.',

  givesBack: {
    exactly: (percent) => `Rend ${percent} des achats qu’il faut pour l’obtenir.`,
    'up-to': (percent) => `Rend jusqu’à ${percent} des achats qu’il faut pour l’obtenir.`,
    about: (percent) =>
      `Rend environ ${percent} des achats qu’il faut pour l’obtenir, sur une commande habituelle.`,
    unknown: 'Ce qu’elle rend dépend de la commande.',
    pointsOff: 'Les commandes ne rapportent pas de points : ce qu’elle rend n’est pas connu.',
    short: (percent) => `rend ${percent}`,
    shortUpTo: (percent) => `rend jusqu’à ${percent}`,
    warn: 'C’est beaucoup : plus d’un dixième.',
    ask: 'C’est plus d’un quart. Une confirmation vous sera demandée avant la publication.',
  },
  after: (orders, form) =>
    pick(form, {
      one: `Un client habituel l’obtient après ${orders} commande.`,
      other: `Un client habituel l’obtient après ${orders} commandes.`,
    }),
  neverOnOrder:
    'La remise touche aussi les produits qui ne comptent jamais : Shopify ne peut pas les laisser de côté.',
  oneOfBoth: 'Si c’est aussi l’article offert d’une carte, seule la meilleure remise s’applique.',
  gone: 'Un produit choisi n’existe plus dans votre boutique.',
  unsold:
    'Un produit choisi n’est pas en vente : un produit en brouillon ou archivé ne peut pas être acheté.',
  law: {
    note: 'Ceci n’est pas un conseil juridique : demandez à quelqu’un qui connaît le droit de vos pays de vente.',
    'france-daily-good':
      'La France limite à 34 % les avantages sur un même produit du quotidien, fidélité comprise. Ceci peut dépasser.',
    'quebec-small':
      'Québec : avec une récompense de plus de 50,00 $ CA, des règles s’appliquent à la fin des points et aux changements.',
    'ontario-small':
      'Ontario : avec une récompense de plus de 50,00 $ CA, des règles s’appliquent à la fin des points.',
  },

  sure: (title, percent) => `Je sais que « ${title} » rend ${percent} des achats qu’il faut pour l’obtenir.`,

  remove: 'Retirer cette récompense',
  removeTitle: (title) => `Retirer « ${title} » ?`,
  removeHelp:
    'Vos clients peuvent l’obtenir jusqu’à la publication. Les récompenses déjà obtenues restent valables.',

  added: 'nouvelle',
  parts: {
    title: (title) => `Nom de « ${title} »`,
    cost: (title) => `${title}, coût`,
    gives: (title) => `${title}, ce qu’elle apporte`,
    minimum: (title) => `${title}, commande minimum`,
    life: (title) => `${title}, jours pour l’utiliser`,
    days: (title) => `${title}, jours pour l’obtenir`,
    limits: (title) => `${title}, limites`,
    combination: (title) => `${title}, remises`,
    refund: (title) => `${title}, remboursements`,
  },
  values: {
    anyOrder: 'toutes les commandes',
    life: (days, form) => pick(form, { one: `${days} jour`, other: `${days} jours` }),
    nextDay: (life) => `${life}, à partir du lendemain`,
    noLimit: 'aucune limite',
    refunded: { 'in-proportion': 'les points reviennent', nothing: 'aucun point ne revient' },
  },
  change: {
    added: (title, sentence) => `Nouvelle récompense : « ${title} ». ${sentence}`,
    ended: (title) => `La récompense « ${title} » prend fin. Les récompenses déjà obtenues restent valables.`,
    part: (what, after, before) => `${what} : ${after}. Avant : ${before}.`,
    keeps: (title) => `Les « ${title} » déjà obtenues restent comme elles étaient.`,
  },

  discount: {
    making: 'Sa remise est en cours de création chez Shopify.',
    active: 'Sa remise est active\u00a0: ses codes fonctionnent dans le panier.',
    scheduled: 'Sa remise n’a pas encore commencé. L’application la lance dans l’heure.',
    ended: 'Sa remise a pris fin chez Shopify. L’application la relance dans l’heure.',
    problems: {
      'functions-not-available':
        'Shopify n’exécute les remises d’une application personnalisée qu’avec Shopify Plus et sur les boutiques de développement. Personne ne peut prendre cette récompense, et ceux qui l’avaient prise retrouvent leurs points.',
    },
    idleGifts: (gifts, form) =>
      pick(form, {
        one: `${gifts} cadeau ne peut pas être utilisé en attendant.`,
        other: `${gifts} cadeaux ne peuvent pas être utilisés en attendant.`,
      }),
    changeHere:
      'Modifiez plutôt la récompense ici\u00a0: l’application garde sa remise telle que vous la publiez.',
  },
  health: {
    name: 'Articles offerts et récompenses',
    working: (working, all, form) =>
      pick(form, { one: `${working} sur ${all} remise`, other: `${working} sur ${all} remises` }),
  },

  never: {
    heading: 'Produits qui ne comptent jamais',
    help: 'Ils ne rapportent pas de points et ne remplissent aucune carte. Aucune carte ni récompense sur des produits ne les déduit.',
    example: 'Par exemple le lait pour bébés, ou les livres à prix fixe.',
    chosen: (picks) => `Ne comptent jamais : ${picks}.`,
    none: 'Tous les produits comptent.',
    noneShort: 'aucun',
  },
};
