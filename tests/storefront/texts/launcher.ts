// What a reader reads in each state of the launcher, word for word: its button, then its panel; tags left out, spaces single.
import type { Texts } from './texts.ts';

export const LAUNCHER_TEXTS: Texts = {
  'member, S-07 two of three orders': {
    en: 'Rewards, 120 beans Hello Anna × Your beans 120 Worth €5.00. Coffee card 3 of 5 stamps Free 2 more coffees, and the sixth is free. Your third order 2 of 3 orders. The last one brings a gift of your choice. Use your beans €5.00 off 100 beans · saves €5.00 here Use €5.00 This needs JavaScript, which is turned off in your browser. €10.00 off 80 beans to go. This order brings 29. Earn Every €1 earns 1 bean. My history This needs JavaScript, which is turned off in your browser. Where are my beans? Order number Ask Terms Your data',
    fr: 'Récompenses, 120 grains Bonjour Anna × Vos grains 120 Soit €5.00. Carte café 3 tampons sur 5 Offert Encore 2 cafés, et un café est offert. Votre troisième commande 2 commandes sur 3. La dernière apporte un cadeau de votre choix. Utilisez vos grains 5,00 € de remise 100 grains · €5.00 d’économie ici Utiliser €5.00 Il faut JavaScript, désactivé dans votre navigateur. 10,00 € de remise Encore 80 grains. Cette commande en rapporte 29. Gagnez €1 d’achat = 1 grain. Mon historique Il faut JavaScript, désactivé dans votre navigateur. Où sont mes grains\u202f? Numéro de commande Demander Conditions Vos données',
  },
  guest: {
    en: 'Rewards Sample Coffee rewards × Coffee card Free Buy 5 coffees, and the sixth is free. Sign in to collect Birthday? A gift every year: 50 beans. How it works Every €1 earns 1 bean. From 100 beans: €5.00 off. Your beans never end. Terms Your data',
    fr: 'Récompenses Récompenses Sample Coffee × Carte café Offert Pour 5 cafés achetés, un café est offert. Se connecter et cumuler Anniversaire\u202f? Un cadeau chaque année\u00a0: 50 grains. Comment ça marche\u202f? €1 d’achat = 1 grain. Dès 100 grains\u00a0: 5,00 € de remise. Ici, vos grains n’expirent jamais. Conditions Vos données',
  },
  'guest, with the merchant’s word, of which 18 letters fit': {
    en: 'Club <des> Torréfa Club <des> Torréfa Sample Coffee rewards × Coffee card Free Buy 5 coffees, and the sixth is free. Sign in to collect Birthday? A gift every year: 50 beans. How it works Every €1 earns 1 bean. From 100 beans: €5.00 off. Your beans never end. Loyalty Terms Your data',
    fr: 'Club <des> Torréfa Club <des> Torréfa Récompenses Sample Coffee × Carte café Offert Pour 5 cafés achetés, un café est offert. Se connecter et cumuler Anniversaire\u202f? Un cadeau chaque année\u00a0: 50 grains. Comment ça marche\u202f? €1 d’achat = 1 grain. Dès 100 grains\u00a0: 5,00 € de remise. Ici, vos grains n’expirent jamais. Loyalty Conditions Vos données',
  },
  'guest, no card': {
    en: 'Rewards Sample Coffee rewards × Every €1 earns 1 point. Sign in to collect How it works From 100 points: €5.00 off. Your points never end. Terms Your data',
    fr: 'Récompenses Récompenses Sample Coffee × €1 d’achat = 1 point. Se connecter et cumuler Comment ça marche\u202f? Dès 100 points\u00a0: 5,00 € de remise. Ici, vos points n’expirent jamais. Conditions Vos données',
  },
  'guest, points off': {
    en: 'Rewards Sample Coffee rewards × Coffee card Free Buy 5 coffees, and the sixth is free. Sign in to collect Terms Your data',
    fr: 'Récompenses Récompenses Sample Coffee × Carte café Offert Pour 5 cafés achetés, un café est offert. Se connecter et cumuler Conditions Vos données',
  },
  'new member': {
    en: 'Rewards Hello Anna × Your beans 0 Coffee card 0 of 5 stamps Free Buy 5 coffees, and the sixth is free. Use your beans €5.00 off 100 beans to go. This order brings 29. All rewards €10.00 off 200 beans to go. Earn Every €1 earns 1 bean. My history This needs JavaScript, which is turned off in your browser. Where are my beans? Order number Ask Terms Your data',
    fr: 'Récompenses Bonjour Anna × Vos grains 0 Carte café 0 tampon sur 5 Offert Pour 5 cafés achetés, un café est offert. Utilisez vos grains 5,00 € de remise Encore 100 grains. Cette commande en rapporte 29. Toutes les récompenses 10,00 € de remise Encore 200 grains. Gagnez €1 d’achat = 1 grain. Mon historique Il faut JavaScript, désactivé dans votre navigateur. Où sont mes grains\u202f? Numéro de commande Demander Conditions Vos données',
  },
  member: {
    en: 'Rewards, 120 beans Hello Anna × Your beans 120 Worth €5.00. Coffee card 3 of 5 stamps Free 2 more coffees, and the sixth is free. Use your beans €5.00 off 100 beans · saves €5.00 here Use €5.00 This needs JavaScript, which is turned off in your browser. €10.00 off 80 beans to go. This order brings 29. Coming up Your gift comes on 30\u00a0April 2027: 50 beans. Earn Every €1 earns 1 bean. My history This needs JavaScript, which is turned off in your browser. Where are my beans? Order number Ask Terms Your data',
    fr: 'Récompenses, 120 grains Bonjour Anna × Vos grains 120 Soit €5.00. Carte café 3 tampons sur 5 Offert Encore 2 cafés, et un café est offert. Utilisez vos grains 5,00 € de remise 100 grains · €5.00 d’économie ici Utiliser €5.00 Il faut JavaScript, désactivé dans votre navigateur. 10,00 € de remise Encore 80 grains. Cette commande en rapporte 29. À venir Votre cadeau arrivera le 30\u00a0avril 2027\u00a0: 50 grains. Gagnez €1 d’achat = 1 grain. Mon historique Il faut JavaScript, désactivé dans votre navigateur. Où sont mes grains\u202f? Numéro de commande Demander Conditions Vos données',
  },
  'member, an empty cart': {
    en: 'Rewards, 120 beans Hello Anna × Your beans 120 Worth €5.00. Coffee card 3 of 5 stamps Free 2 more coffees, and the sixth is free. Use your beans €5.00 off 100 beans Add something to your cart first. €10.00 off 80 beans to go. Coming up Your gift comes on 30\u00a0April 2027: 50 beans. Earn Every €1 earns 1 bean. My history This needs JavaScript, which is turned off in your browser. Where are my beans? Order number Ask Terms Your data',
    fr: 'Récompenses, 120 grains Bonjour Anna × Vos grains 120 Soit €5.00. Carte café 3 tampons sur 5 Offert Encore 2 cafés, et un café est offert. Utilisez vos grains 5,00 € de remise 100 grains Ajoutez d’abord un article au panier. 10,00 € de remise Encore 80 grains. À venir Votre cadeau arrivera le 30\u00a0avril 2027\u00a0: 50 grains. Gagnez €1 d’achat = 1 grain. Mon historique Il faut JavaScript, désactivé dans votre navigateur. Où sont mes grains\u202f? Numéro de commande Demander Conditions Vos données',
  },
  'member, on the page of a product that no card counts': {
    en: 'Rewards, 120 beans Hello Anna × Your beans 120 Worth €5.00. Coffee card 3 of 5 stamps Free 2 more coffees, and the sixth is free. Use your beans €5.00 off 100 beans · saves €5.00 here Use €5.00 This needs JavaScript, which is turned off in your browser. €10.00 off 80 beans to go. This order brings 29. Coming up Your gift comes on 30\u00a0April 2027: 50 beans. Earn Every €1 earns 1 bean. My history This needs JavaScript, which is turned off in your browser. Where are my beans? Order number Ask Terms Your data',
    fr: 'Récompenses, 120 grains Bonjour Anna × Vos grains 120 Soit €5.00. Carte café 3 tampons sur 5 Offert Encore 2 cafés, et un café est offert. Utilisez vos grains 5,00 € de remise 100 grains · €5.00 d’économie ici Utiliser €5.00 Il faut JavaScript, désactivé dans votre navigateur. 10,00 € de remise Encore 80 grains. Cette commande en rapporte 29. À venir Votre cadeau arrivera le 30\u00a0avril 2027\u00a0: 50 grains. Gagnez €1 d’achat = 1 grain. Mon historique Il faut JavaScript, désactivé dans votre navigateur. Où sont mes grains\u202f? Numéro de commande Demander Conditions Vos données',
  },
  'member, points off': {
    en: 'Rewards Hello Anna × Coffee card 3 of 5 stamps Free 2 more coffees, and the sixth is free. My history This needs JavaScript, which is turned off in your browser. Where are my stamps? Order number Ask Terms Your data',
    fr: 'Récompenses Bonjour Anna × Carte café 3 tampons sur 5 Offert Encore 2 cafés, et un café est offert. Mon historique Il faut JavaScript, désactivé dans votre navigateur. Où sont mes tampons\u202f? Numéro de commande Demander Conditions Vos données',
  },
  'member, two cards, points on their way and owed': {
    en: 'Rewards Hello Anna × Your beans 0 35 more beans come when your order is paid. Your next 12 beans make up for a refund. Coffee card 1 of 5 stamps Free 2 more coffees, and the sixth is free. 2 more stamps come when your order is paid. Bread card 0 of 11 stamps Free Buy 11 coffees, and the twelfth is free. Use your beans €5.00 off 112 beans to go. This order brings 29. All rewards €10.00 off 212 beans to go. Earn Every €1 earns 1 bean. My history This needs JavaScript, which is turned off in your browser. Where are my beans? Order number Ask Terms Your data',
    fr: 'Récompenses Bonjour Anna × Vos grains 0 35 grains de plus au paiement de votre commande. Vos prochains gains compenseront un remboursement de 12 grains. Carte café 1 tampon sur 5 Offert Encore 2 cafés, et un café est offert. 2 tampons de plus au paiement de votre commande. Carte pain 0 tampon sur 11 Offert Pour 11 cafés achetés, un café est offert. Utilisez vos grains 5,00 € de remise Encore 112 grains. Cette commande en rapporte 29. Toutes les récompenses 10,00 € de remise Encore 212 grains. Gagnez €1 d’achat = 1 grain. Mon historique Il faut JavaScript, désactivé dans votre navigateur. Où sont mes grains\u202f? Numéro de commande Demander Conditions Vos données',
  },
  'a birthday gift of today': {
    en: 'Rewards, A gift for you Hello Anna × Your beans 170 Worth €5.00. Happy birthday, Anna! Our gift to you: 50 beans, already in your balance. Mara and the roasters Coffee card 0 of 5 stamps Free Buy 5 coffees, and the sixth is free. Use your beans €5.00 off 100 beans · saves €5.00 here Use €5.00 This needs JavaScript, which is turned off in your browser. €10.00 off 30 beans to go. This order brings 29. Earn Every €1 earns 1 bean. My history This needs JavaScript, which is turned off in your browser. Where are my beans? Order number Ask Terms Your data',
    fr: 'Récompenses, Un cadeau pour vous Bonjour Anna × Vos grains 170 Soit €5.00. Joyeux anniversaire, Anna\u202f! Notre cadeau\u00a0: 50 grains, déjà sur votre solde. Mara et les torréfacteurs Carte café 0 tampon sur 5 Offert Pour 5 cafés achetés, un café est offert. Utilisez vos grains 5,00 € de remise 100 grains · €5.00 d’économie ici Utiliser €5.00 Il faut JavaScript, désactivé dans votre navigateur. 10,00 € de remise Encore 30 grains. Cette commande en rapporte 29. Gagnez €1 d’achat = 1 grain. Mon historique Il faut JavaScript, désactivé dans votre navigateur. Où sont mes grains\u202f? Numéro de commande Demander Conditions Vos données',
  },
  'a gift of some days ago': {
    en: 'Rewards, 170 beans Hello Anna × Your beans 170 Worth €5.00. Coffee card 0 of 5 stamps Free Buy 5 coffees, and the sixth is free. Use your beans €5.00 off 100 beans · saves €5.00 here Use €5.00 This needs JavaScript, which is turned off in your browser. €10.00 off 30 beans to go. This order brings 29. Your birthday gift came on 15\u00a0November: 50 beans. Mara and the roasters Earn Every €1 earns 1 bean. My history This needs JavaScript, which is turned off in your browser. Where are my beans? Order number Ask Terms Your data',
    fr: 'Récompenses, 170 grains Bonjour Anna × Vos grains 170 Soit €5.00. Carte café 0 tampon sur 5 Offert Pour 5 cafés achetés, un café est offert. Utilisez vos grains 5,00 € de remise 100 grains · €5.00 d’économie ici Utiliser €5.00 Il faut JavaScript, désactivé dans votre navigateur. 10,00 € de remise Encore 30 grains. Cette commande en rapporte 29. Votre cadeau d’anniversaire est arrivé le 15\u00a0novembre\u00a0: 50 grains. Mara et les torréfacteurs Gagnez €1 d’achat = 1 grain. Mon historique Il faut JavaScript, désactivé dans votre navigateur. Où sont mes grains\u202f? Numéro de commande Demander Conditions Vos données',
  },
  'a free coffee waits': {
    en: 'Rewards, A gift for you Hello Anna × Your beans 20 Your next coffee is free, Anna. Free No code needed: the cart takes care of it. Mara and the roasters Use your beans €5.00 off 80 beans to go. This order brings 29. All rewards €10.00 off 180 beans to go. Earn Every €1 earns 1 bean. My history This needs JavaScript, which is turned off in your browser. Where are my beans? Order number Ask Terms Your data',
    fr: 'Récompenses, Un cadeau pour vous Bonjour Anna × Vos grains 20 Votre prochain café est offert, Anna. Offert Sans code\u00a0: le panier s’en charge. Mara et les torréfacteurs Utilisez vos grains 5,00 € de remise Encore 80 grains. Cette commande en rapporte 29. Toutes les récompenses 10,00 € de remise Encore 180 grains. Gagnez €1 d’achat = 1 grain. Mon historique Il faut JavaScript, désactivé dans votre navigateur. Où sont mes grains\u202f? Numéro de commande Demander Conditions Vos données',
  },
  'a gift that is ready to use waits': {
    en: 'Rewards, A gift for you Hello Anna × Your beans 20 €5.00 off Use €5.00 Ready to use until 24\u00a0December. Coffee card 3 of 5 stamps Free 2 more coffees, and the sixth is free. Use your beans €5.00 off 80 beans to go. This order brings 29. All rewards €10.00 off 180 beans to go. Earn Every €1 earns 1 bean. My history This needs JavaScript, which is turned off in your browser. Where are my beans? Order number Ask Terms Your data',
    fr: 'Récompenses, Un cadeau pour vous Bonjour Anna × Vos grains 20 5,00 € de remise Utiliser €5.00 À utiliser jusqu’au 24\u00a0décembre. Carte café 3 tampons sur 5 Offert Encore 2 cafés, et un café est offert. Utilisez vos grains 5,00 € de remise Encore 80 grains. Cette commande en rapporte 29. Toutes les récompenses 10,00 € de remise Encore 180 grains. Gagnez €1 d’achat = 1 grain. Mon historique Il faut JavaScript, désactivé dans votre navigateur. Où sont mes grains\u202f? Numéro de commande Demander Conditions Vos données',
  },
  'what points were paid for is ready, which is no gift': {
    en: 'Rewards, 20 beans Hello Anna × Your beans 20 €5.00 off Use €5.00 Ready to use until 24\u00a0December. Unused, your beans come back. Give it back for beans Coffee card 3 of 5 stamps Free 2 more coffees, and the sixth is free. Use your beans €5.00 off 80 beans to go. This order brings 29. All rewards €10.00 off 180 beans to go. Earn Every €1 earns 1 bean. My history This needs JavaScript, which is turned off in your browser. Where are my beans? Order number Ask Terms Your data',
    fr: 'Récompenses, 20 grains Bonjour Anna × Vos grains 20 5,00 € de remise Utiliser €5.00 À utiliser jusqu’au 24\u00a0décembre. Sinon, vos grains vous reviennent. Rendre et récupérer mes grains Carte café 3 tampons sur 5 Offert Encore 2 cafés, et un café est offert. Utilisez vos grains 5,00 € de remise Encore 80 grains. Cette commande en rapporte 29. Toutes les récompenses 10,00 € de remise Encore 180 grains. Gagnez €1 d’achat = 1 grain. Mon historique Il faut JavaScript, désactivé dans votre navigateur. Où sont mes grains\u202f? Numéro de commande Demander Conditions Vos données',
  },
  'paused, guest': {
    en: '',
    fr: '',
  },
  'paused, and points buy rewards': {
    en: 'Rewards, 120 beans Hello Anna × Your beans 120 Worth €5.00. Use your beans €5.00 off 100 beans · saves €5.00 here Use €5.00 This needs JavaScript, which is turned off in your browser. €10.00 off 80 beans to go. My history This needs JavaScript, which is turned off in your browser. Where are my beans? Order number Ask Terms Your data',
    fr: 'Récompenses, 120 grains Bonjour Anna × Vos grains 120 Soit €5.00. Utilisez vos grains 5,00 € de remise 100 grains · €5.00 d’économie ici Utiliser €5.00 Il faut JavaScript, désactivé dans votre navigateur. 10,00 € de remise Encore 80 grains. Mon historique Il faut JavaScript, désactivé dans votre navigateur. Où sont mes grains\u202f? Numéro de commande Demander Conditions Vos données',
  },
  'paused, and nothing can be used': {
    en: '',
    fr: '',
  },
  blocked: {
    en: 'Rewards Hello Anna × Your beans 40 Coffee card 5 of 5 stamps Free Your account isn’t part of the program at the moment. My history This needs JavaScript, which is turned off in your browser. Where are my beans? Order number Ask Terms Your data',
    fr: 'Récompenses Bonjour Anna × Vos grains 40 Carte café 5 tampons sur 5 Offert Votre compte ne participe pas au programme pour le moment. Mon historique Il faut JavaScript, désactivé dans votre navigateur. Où sont mes grains\u202f? Numéro de commande Demander Conditions Vos données',
  },
  left: {
    en: 'Rewards Hello Anna × You’ve left the program. Come back My history This needs JavaScript, which is turned off in your browser. Where are my beans? Order number Ask Terms Your data',
    fr: 'Récompenses Bonjour Anna × Vous avez quitté le programme. Revenir Mon historique Il faut JavaScript, désactivé dans votre navigateur. Où sont mes grains\u202f? Numéro de commande Demander Conditions Vos données',
  },
  'hidden on the cart’s page': {
    en: '',
    fr: '',
  },
  'long names, a ten-digit number': {
    en: 'Rewards, 1,234,567,890 grandmother’s-kitchen-tokens Hello Anna × Your grandmother’s-kitchen-tokens 1,234,567,890 Worth €10.00. Coffee card 3 of 5 stamps Free 2 more coffees, and the sixth is free. Use your grandmother’s-kitchen-tokens €10.00 off 200 grandmother’s-kitchen-tokens · saves €10.00 here Use €10.00 €5.00 off 100 grandmother’s-kitchen-tokens · saves €5.00 here Use €5.00 This needs JavaScript, which is turned off in your browser. Earn Every €1 earns 1 grandmother’s-kitchen-token. My history This needs JavaScript, which is turned off in your browser. Where are my grandmother’s-kitchen-tokens? Order number Ask Terms Your data',
    fr: 'Récompenses, 1\u202f234\u202f567\u202f890 jetons-de-la-cuisine-de-mamie Bonjour Anna × Vos jetons-de-la-cuisine-de-mamie 1\u202f234\u202f567\u202f890 Soit €10.00. Carte café 3 tampons sur 5 Offert Encore 2 cafés, et un café est offert. Utilisez vos jetons-de-la-cuisine-de-mamie 10,00 € de remise 200 jetons-de-la-cuisine-de-mamie · €10.00 d’économie ici Utiliser €10.00 5,00 € de remise 100 jetons-de-la-cuisine-de-mamie · €5.00 d’économie ici Utiliser €5.00 Il faut JavaScript, désactivé dans votre navigateur. Gagnez €1 d’achat = 1 jeton-de-la-cuisine-de-mamie. Mon historique Il faut JavaScript, désactivé dans votre navigateur. Où sont mes jetons-de-la-cuisine-de-mamie\u202f? Numéro de commande Demander Conditions Vos données',
  },
  'with an accent, at the start': {
    en: 'Rewards, A gift for you Hello Anna × Your beans 20 Your next coffee is free, Anna. Free No code needed: the cart takes care of it. Mara and the roasters Use your beans €5.00 off 80 beans to go. This order brings 29. All rewards €10.00 off 180 beans to go. Earn Every €1 earns 1 bean. My history This needs JavaScript, which is turned off in your browser. Where are my beans? Order number Ask Terms Your data',
    fr: 'Récompenses, Un cadeau pour vous Bonjour Anna × Vos grains 20 Votre prochain café est offert, Anna. Offert Sans code\u00a0: le panier s’en charge. Mara et les torréfacteurs Utilisez vos grains 5,00 € de remise Encore 80 grains. Cette commande en rapporte 29. Toutes les récompenses 10,00 € de remise Encore 180 grains. Gagnez €1 d’achat = 1 grain. Mon historique Il faut JavaScript, désactivé dans votre navigateur. Où sont mes grains\u202f? Numéro de commande Demander Conditions Vos données',
  },
};
