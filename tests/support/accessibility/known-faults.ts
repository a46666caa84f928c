// What a check finds and nobody here can mend: it is told in the report, and left out where it is expected, nowhere else.

export type KnownFault = {
  /** How the names of the places begin where it is found. */
  at: string;
  /** How its line begins. */
  found: string;
  why: string;
};

export const KNOWN_FAULTS: readonly KnownFault[] = [
  {
    at: 'Members',
    found: 'Names, roles, contrast: aria-required-children',
    why: 'where its filters don’t fit into one row, Polaris puts the button that opens the others among the tabs, where ARIA wants tabs alone. The button has its name, its place in the order, and works by keyboard.',
  },
];

export function withoutKnown(place: string, problems: readonly string[]): string[] {
  const known = KNOWN_FAULTS.filter(({ at }) => place.startsWith(at));
  return problems.filter((problem) => !known.some(({ found }) => problem.startsWith(found)));
}
