import { MOST_STAMPS } from '#app/core/editing/trial/parse-trial-form.ts';
import { pick } from '../plural.ts';
import type { Texts } from '../en.ts';

export const cards: Texts['cards'] = {
  tagged: (tags) => `les produits balisés ${tags}`,
  except: (tags) => `Les produits balisés ${tags} ne comptent pas.`,
  quoted: (text) => `«\u00a0${text}\u00a0»`,
  ceiling: (money) => `L’article offert coûte ${money} au maximum.`,
  from: (day) => `à partir du ${day}`,
  until: (day) => `jusqu’au ${day}`,
  between: (from, until) => `du ${from} au ${until}`,
  alone: (discounts) => `Sans cumul avec les remises ${discounts}.`,
  combination: {
    product: 'de produit',
    order: 'de commande',
    shipping: 'de livraison',
  },

  withTags: 'Produits portant ces balises',
  withTagsHelp: 'Tout produit portant l’une d’elles donne des tampons. Séparez les balises par des virgules.',
  withoutTags: 'Sauf les produits portant ces balises',
  withoutTagsHelp: 'Ils ne donnent jamais de tampon, même si vous les avez choisis ci-dessus.',
  cartLimit: {
    upTo: (lines, form) =>
      `L’article est offert dans les paniers de ${lines} ${pick(form, { one: 'ligne', other: 'lignes' })} au maximum.`,
    noCart: 'C’est trop pour tout panier.',
    refuses: (least) => `Pour publier, un panier de ${least} lignes doit convenir.`,
    longer: 'Dans un panier plus long, il peut manquer.',
    chooseFewer:
      'Choisissez moins de produits, de collections ou de balises, ici ou sur les cartes au-dessus.',
  },
  addTag: 'Ajouter',
  addTagTo: (field) => `Ajouter une balise\u00a0: ${field}`,
  removeTag: (tag) => `Supprimer la balise ${tag}`,
  maxPrice: (currency) => `Prix maximal de l’article offert (${currency})`,
  maxPriceHelp:
    'Les articles plus chers donnent aussi un tampon, mais ne peuvent pas être offerts. Laissez vide pour tous les prix.',
  maxPriceOfCode:
    'Avec votre forfait Shopify, une carte complète est offerte sous forme de code. Il déduit jusqu’à ce prix sur les articles de la carte, dans une seule commande. C’est parfois plus que le prix d’un article.',
  startsOn: 'Premier jour',
  endsOn: 'Dernier jour',
  daysHelp:
    'Laissez les deux vides pour une carte sans fin. Les jours suivent le fuseau horaire de votre boutique.',
  combinations: 'Combinaisons',
  combinationsHelp: 'Remises autorisées dans la même commande que l’article offert.',
  combinable: {
    product: 'Remises sur les produits',
    order: 'Remises sur la commande',
    shipping: 'Remises sur la livraison',
  },
  more: (title) => `Prix, dates et combinaisons\u00a0: ${title}`,
  moreShort: 'Prix, dates et combinaisons',
  down: 'Descendre',
  moveDown: (title) => `Descendre\u00a0: ${title}`,

  discount: {
    making: 'Sa remise est en cours de création chez Shopify.',
    active: 'Sa remise est active\u00a0: les articles offerts sont déduits dans le panier.',
    scheduled: 'Sa remise est programmée\u00a0: elle commence le premier jour de la carte.',
    ended: 'Sa remise a pris fin avec le dernier jour de la carte.',
    open: 'Afficher la remise',
    healed: (what, when) => `${what} La remise a été rétablie le ${when}.`,
    hands: {
      renamed: 'Quelqu’un a renommé la remise dans Shopify.',
      ended: 'Quelqu’un a désactivé la remise dans Shopify.',
      dates: 'Quelqu’un a modifié les dates de la remise dans Shopify.',
      combination: 'Quelqu’un a modifié les combinaisons de la remise dans Shopify.',
      value: 'Quelqu’un a modifié la valeur de la remise dans Shopify.',
      deleted: 'Quelqu’un a supprimé la remise dans Shopify.',
      copied: 'Quelqu’un a dupliqué la remise dans Shopify.',
      other: 'Quelqu’un a modifié la remise dans Shopify.',
    },
    changeHere:
      'Modifiez plutôt la carte ici\u00a0: l’application garde sa remise telle que vous la publiez.',
    problems: {
      'functions-not-available':
        'Shopify n’exécute les remises d’une application personnalisée qu’avec Shopify Plus et sur les boutiques de développement. Les tampons sont comptés, mais le panier n’offre aucun article. Une carte qui a un prix maximal offre des codes à la place.',
      'function-missing':
        'Shopify n’a pas encore la fonction de remise de l’application. Elle doit être déployée\u00a0: «\u00a0Obtenir de l’aide\u00a0» dit à qui le demander. La remise sera alors créée dans l’heure.',
      'too-many-discounts':
        'Votre boutique a atteint le nombre de remises automatiques d’application autorisé par Shopify. Désactivez-en une dans Shopify\u00a0; celle-ci sera créée dans l’heure.',
      'title-taken':
        'Une autre remise de votre boutique porte le titre de cette carte. Renommez-la dans Shopify ou donnez un autre titre à la carte.',
      'products-gone': 'Tous ses produits ont disparu de votre boutique. Choisissez-en d’autres.',
      refused: 'Shopify a refusé la remise. Un nouvel essai a lieu toutes les heures.',
      'scope-missing':
        'L’application n’est pas autorisée à gérer les remises. Rouvrez-la depuis votre interface Shopify et acceptez ses autorisations.',
    },
    said: (words) => `Réponse de Shopify\u00a0: ${words}`,
  },

  ways: {
    codes:
      'Shopify n’exécute pas les remises de l’application avec votre forfait\u00a0: une carte complète est donc offerte sous forme de code. Il déduit jusqu’au prix maximal sur les articles de la carte, dans une seule commande. Cela peut dépasser le prix d’un article, et l’article donne son tampon.',
    'to-codes':
      'Changement en cours\u00a0: Shopify n’exécute plus les remises de l’application avec votre forfait. Dans une demi-heure environ, les cartes complètes seront offertes sous forme de codes. Tous les tampons sont conservés.',
    'to-cart':
      'Changement en cours\u00a0: Shopify exécute à nouveau les remises de l’application. Le panier offrira l’article dès que Shopify connaîtra les tampons de tous. Tous les tampons sont conservés.',
  },
  waysInShort: {
    codes: 'Les cartes complètes sont offertes sous forme de codes.',
    'to-codes': 'Changement en cours.',
    'to-cart': 'Changement en cours.',
  },

  health: {
    name: 'Articles offerts dans le panier',
    none: 'Aucune carte à tampons publiée',
    allWorking: 'Actifs',
    working: (working, all, form) =>
      pick(form, { one: `${working} sur ${all} carte`, other: `${working} sur ${all} cartes` }),
    making: 'Les remises sont en cours de création chez Shopify. Cela prend quelques secondes.',
    ofCard: (title, problem) => `${title}\u00a0: ${problem}`,
  },

  trial: {
    shopper: 'Tampons du client',
    typed: 'Saisir les tampons',
    ofMember: 'Les tampons d’un membre',
    stampsOn: (title) => `Tampons sur ${title}`,
    member: 'Membre',
    memberHelp: 'Un nom, un e-mail, un ID client ou un numéro de commande, comme #1001.',
    noMember: 'Aucun membre trouvé',
    severalMembers: 'Plusieurs membres trouvés. Précisez le nom, ou saisissez un numéro de commande.',
    namesRefused:
      'Shopify ne communique pas les noms à cette application. Saisissez un numéro de commande, comme #1001.',
    namesFailed:
      'Shopify n’a pas répondu : les noms n’ont pas été cherchés. Réessayez, ou saisissez un numéro de commande.',
    withStampsOf: (name) => `Avec les tampons de ${name} :`,
    stampsRange: `Saisissez un nombre entier de 0 à ${MOST_STAMPS}`,
    free: (title, count, form) =>
      pick(form, {
        one: `${title}\u00a0: ${count} article est offert.`,
        other: `${title}\u00a0: ${count} articles sont offerts.`,
      }),
    notFree: (title) => `${title}\u00a0: aucun article n’est offert.`,
    sum: (stamps, units, sum, nth) =>
      `${stamps} et ${units} dans le panier font ${sum}. Le ${nth} est offert à chaque fois.`,
    asCodes: (title, count, form) =>
      pick(form, {
        one: `${title}\u00a0: la carte est complète. Le client reçoit un code.`,
        other: `${title}\u00a0: ${count} cartes sont complètes. Le client reçoit ${count} codes.`,
      }),
    notFull: (title) => `${title}\u00a0: la carte n’est pas encore complète.`,
    sumOfCodes: (stamps, units, sum, size) =>
      `${stamps} et ${units} dans le panier font ${sum}. Une carte complète en utilise ${size}.`,
    worthOfCode: (money) =>
      `Avec votre forfait Shopify, une carte complète est offerte sous forme de code. Il déduit jusqu’à ${money} sur les articles de la carte.`,
    units: (count, form) => pick(form, { one: `${count} article`, other: `${count} articles` }),
    cheapest: (title, free, quantity) =>
      `${title}\u00a0: offert pour ${free} sur ${quantity}. Les articles les moins chers sont offerts.`,
    tooDear: (title, money) =>
      `${title}\u00a0: coûte plus de ${money}, donne donc un tampon, mais ne peut pas être l’article offert.`,
    alsoOn: (title, other, card) =>
      `${title}\u00a0: figure aussi sur ${other}, mais compte pour ${card}, qui vient en premier.`,
    after: (stamps) => `Après cette commande\u00a0: ${stamps}.`,
    noProduct:
      'Les lignes sans produit ne donnent pas de tampon\u00a0: ajoutez des produits pour essayer vos cartes.',
    blocked: 'Ce membre est exclu\u00a0: rien n’est offert pour lui.',
  },
};
