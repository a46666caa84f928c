import type { pausedMoments as en } from '#app/locales/en/paused-moments.ts';

export const pausedMoments: typeof en = {
  stop: {
    heading: 'Mettre ce moment en pause',
    help: 'L’arrêt est immédiat, même si votre brouillon contient autre chose.',
    button: 'Mettre en pause',
    title: (name) => `Mettre «\u00a0${name}\u00a0» en pause maintenant\u00a0?`,
    sure: 'Personne ne le reçoit jusqu’à la reprise. Ce qui tombe pendant la pause n’est pas donné plus tard. Les cadeaux déjà reçus restent à vos clients, et un choix en attente reste possible.',
  },
  start: {
    heading: 'Relancer ce moment',
    help: 'Il donne à partir de maintenant ce qui arrive à échéance.',
    button: 'Relancer',
    title: (name) => `Relancer «\u00a0${name}\u00a0»\u00a0?`,
    sure: 'Ce qui est tombé pendant la pause n’est pas donné plus tard.',
  },
  done: { stopped: 'Moment mis en pause', started: 'Moment relancé' },
  means:
    'Il ne donne rien pour l’instant, et votre boutique ne le promet plus. Ce que vos clients ont reçu leur reste.',
  was: (name) => `Le moment «\u00a0${name}\u00a0» est en pause\u00a0: il ne donne rien.`,
  ended: (name) => `Le moment «\u00a0${name}\u00a0» reprend.`,
  figure: 'En pause',
  since: (day) => `depuis le ${day}`,
  between: (from, until) => `du ${from} au ${until}`,
};
