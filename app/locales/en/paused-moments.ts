/** One moment paused by itself. */
export const pausedMoments = {
  stop: {
    heading: 'Pause this moment',
    help: 'It stops at once, also while something waits in your draft.',
    button: 'Pause',
    title: (name: string) => `Pause “${name}” now?`,
    sure: 'Nobody is given it until you start it again. What falls into the pause isn’t given later. Gifts that customers have stay theirs, and those to choose can still be chosen.',
  },
  start: {
    heading: 'Start this moment again',
    help: 'It gives from now on what becomes due.',
    button: 'Start',
    title: (name: string) => `Start “${name}” again?`,
    sure: 'What fell into the pause isn’t given later.',
  },
  done: { stopped: 'Moment paused', started: 'Moment started' },
  means: 'It gives nothing now, and your store’s pages don’t promise it. What customers have stays theirs.',
  was: (name: string) => `The moment “${name}” is paused: it gives nothing.`,
  ended: (name: string) => `The moment “${name}” runs again.`,
  figure: 'Paused',
  since: (day: string) => `since ${day}`,
  between: (from: string, until: string) => `${from} to ${until}`,
};
