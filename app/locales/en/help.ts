/** The merchant's guide: its pages are in app/docs/merchant/en/, titled as here. */
export const help = {
  contents: 'All pages of the guide',
  learnMore: 'Learn more about',
  /** As they end that sentence. */
  about: {
    start: 'getting started',
    program: 'your program',
    points: 'points',
    'stamp-card': 'stamp cards',
    rewards: 'rewards',
    birthday: 'birthdays and anniversaries',
    moments: 'moments',
    members: 'members',
    tasks: 'tasks',
    settings: 'settings',
    trouble: 'what to do if something isn’t right',
    words: 'words',
    'whats-new': 'what’s new',
    'get-help': 'getting help',
  },
  pages: {
    start: 'Getting started',
    program: 'Your program',
    points: 'Points',
    'stamp-card': 'Stamp cards',
    rewards: 'Rewards',
    birthday: 'Birthdays and anniversaries',
    moments: 'Moments',
    members: 'Members',
    tasks: 'Tasks',
    settings: 'Settings',
    trouble: 'If something isn’t right',
    words: 'Words',
    'whats-new': 'What’s new',
    'get-help': 'Get help',
  },
  support: {
    title: 'Whom to ask',
    writeTo: 'Ask the people who run Sixth for your store:',
    unknown:
      'Ask the person who installed Sixth for your store. Their name is best kept where your team finds it.',
    /** Beside a failure; the address follows. */
    ifItLasts: 'If it lasts, write to',
    ifItLastsUnknown: 'If it lasts:',
    getHelp: 'Get help',
  },
};
