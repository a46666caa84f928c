import type { failures as en } from '#app/locales/en/failures.ts';

export const failures: typeof en = {
  later: 'Shopify ne répond pas pour le moment. Réessayez dans une minute.',
  data: 'Sixth ne peut pas accéder à ses données pour le moment. Réessayez dans une minute.',
  reopen: 'Veuillez rouvrir l’application depuis votre interface Shopify.',
  keys: 'Le serveur de Sixth a démarré avec de mauvaises clés. Rien n’est perdu. Réessayez plus tard.',
  rules:
    'Les règles du programme sont illisibles, par notre faute. Les commandes attendent, et rien n’est perdu.',
  bug: 'Une erreur s’est produite de notre côté. Rien n’a été modifié.',
};
