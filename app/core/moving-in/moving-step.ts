// How far a file with members is.

/** At these a job has something to do. */
export const MOVING_WORK = ['joining', 'applying', 'undoing'] as const;
export type MovingWork = (typeof MOVING_WORK)[number];
export type MovingStep = 'uploading' | 'ready' | 'applied' | 'undone' | 'failed' | MovingWork;

/** Why it failed: a key of `texts.movingIn.why`. */
export type MovingTrouble = 'no-emails' | 'bulk-failed' | 'not-applied';

export const isMovingWork = (step: MovingStep): step is MovingWork =>
  (MOVING_WORK as readonly string[]).includes(step);

/** Of a shop's files one is under way: another waits until it is applied, undone or thrown away. */
export const MOST_ROWS = 100_000;
/** Rows that are sent at once. */
export const ROWS_AT_ONCE = 1_000;
