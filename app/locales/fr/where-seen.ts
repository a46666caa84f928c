import { pick } from '../plural.ts';
import type { whereSeen as en } from '#app/locales/en/where-seen.ts';

export const whereSeen: typeof en = {
  title: 'Où vos clients le voient',
  help: (theme) =>
    theme === null
      ? 'Les blocs de votre thème en ligne.'
      : `Les blocs de votre thème en ligne, «\u00a0${theme}\u00a0».`,
  read: (ago) => `Lu ${ago}.`,
  unread: 'Sixth ne sait encore rien de votre thème.',
  block: 'Bloc',
  state: 'État',
  action: 'À faire',

  states: { shown: 'Affiché', hidden: 'Masqué', absent: 'Absent', unknown: 'Inconnu' },
  add: 'Ajouter',
  addNamed: (block, page) => `Ajouter ${block}, ${page.toLowerCase()} (s’ouvre dans un nouvel onglet)`,
  open: 'Réafficher',
  openNamed: (block, page) =>
    `Réafficher\u00a0: ${block}, ${page.toLowerCase()} (s’ouvre dans un nouvel onglet)`,

  pages: {
    product: 'Page produit',
    cart: 'Page panier',
    index: 'Page d’accueil',
    page: 'Autres pages',
    collection: 'Page de collection',
    search: 'Page de recherche',
    blog: 'Blog',
    article: 'Article de blog',
  },
  otherPage: (name) => `Modèle «\u00a0${name}\u00a0»`,
  ofTemplate: (page, name) => `${page}, modèle «\u00a0${name}\u00a0»`,
  groups: { header: 'Toutes les pages, en haut', footer: 'Toutes les pages, en bas' },
  everyPage: 'Toutes les pages',
  embeds: 'Intégrations d’application, sur toutes les pages',
  somewhere: 'Quelque part dans votre thème',

  why: {
    unreadable: 'Son fichier dans le thème est abîmé.',
    'too-big': 'Son fichier dans le thème est trop gros pour être lu.',
    'not-given': 'Shopify n’a pas donné son fichier. Nouvel essai d’ici un jour.',
  },
  noBlocks: 'Ce thème n’a pas de telle page qui accepte des blocs.',
  trouble: {
    none: 'Votre boutique n’a pas de thème Shopify.',
    processing: 'Shopify prépare encore votre thème. Il sera lu dans quelques minutes.',
    refused: 'Shopify n’a pas laissé Sixth lire votre thème. Nouvel essai d’ici une heure.',
  },

  askReason:
    'Sixth n’entend parler de votre thème que lorsque vous êtes ici. Laissez-le lire le thème\u00a0: il remarque alors de lui-même qu’un bloc disparaît. Il voit aussi ce qui est masqué. Il n’y change rien.',
  allow: 'Laisser Sixth lire le thème',
  stop: 'Ne plus lire le thème',
  declined: 'Pas d’autorisation\u00a0: tout reste comme avant.',
  askFailed: 'Cela n’a pas fonctionné. Réessayez dans une minute.',
  allowed: 'Sixth lit maintenant votre thème',

  missing: (count, form, theme) => {
    const where = theme === null ? 'votre thème' : `votre thème «\u00a0${theme}\u00a0»`;
    return pick(form, {
      one: `${count} bloc n’est plus dans ${where}`,
      other: `${count} blocs ne sont plus dans ${where}`,
    });
  },
  missingHelp: (day) => `Remarqué le ${day}. Un nouveau thème commence sans les blocs des applications.`,
  addMissing: (block, page) =>
    `Ajouter au thème\u00a0: ${block} (${page.toLowerCase()}, s’ouvre dans un nouvel onglet)`,
  missingLine: (block, page) => `${block}\u00a0: ${page.toLowerCase()}`,
  intended: 'C’est voulu',
};
