/** What the program gave in the last 30 days. */
export type ProgramFigures = {
  points: number;
  /** Free items that stamp cards paid for. */
  free: number;
  /** Birthday and anniversary gifts. */
  gifts: number;
};
