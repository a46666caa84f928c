/** Days of their own that a member told, on the member's page. */
export const memberDates = {
  title: 'Their own days',
  unnamed: 'A day of an earlier moment',
  notAsked: 'Your program no longer asks for it.',
  enter: 'Enter',
  correct: 'Correct',
  remove: 'Remove',
  enterNamed: (name: string) => `Enter: ${name}`,
  correctNamed: (name: string) => `Correct: ${name}`,
  removeNamed: (name: string) => `Remove: ${name}`,
  help: 'Enter only what the customer gave you for this.',
  removeTitle: (name: string) => `Remove “${name}”?`,
  removeHelp: 'The member gets no gift for it until a date is added again. What was given stays.',
  saved: 'Date saved',
  removed: 'Date removed',
  agreed: (words: string) => `Agreed to: “${words}”`,
  yearRange: 'Enter a year with four digits, or leave it empty',
};
