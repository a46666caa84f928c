// How far a shop's past orders are. Two ways, one after the other: reading them, which gives nothing, and letting them earn, which can
// be undone.

/** Steps at which a job has something to do. */
export const WORKING = [
  /** Shopify is to be asked for a file of them. */
  'asked',
  /** Shopify makes the file. */
  'made',
  /** The file is read. */
  'reading',
  /** Those that it doesn't tell whole are read one by one. */
  'alone',
  /** The ledger follows them. */
  'settling',
  /** What they would earn is reckoned. */
  'counting',
  /** They begin to earn. */
  'awarding',
  /** The ledger follows that. */
  'settling-awards',
  /** They earn nothing again. */
  'undoing',
] as const;
export type WorkingStep = (typeof WORKING)[number];

/** Steps at which the merchant has the word. */
export const RESTING = ['read', 'counted', 'awarded', 'undone', 'stopped', 'failed'] as const;
export type RestingStep = (typeof RESTING)[number];

export type PastStep = WorkingStep | RestingStep;

/** Keys of `texts.pastOrders.why`. */
export type PastTrouble = 'refused' | 'bulk-failed' | 'file-broken' | 'facts-refused';

export const isWorking = (step: PastStep): step is WorkingStep =>
  (WORKING as readonly string[]).includes(step);

/** What the merchant may say at each step. */
export type PastCommand = 'read' | 'stop' | 'go-on' | 'count' | 'award' | 'undo';

const MAY: Record<RestingStep, readonly PastCommand[]> = {
  read: ['read', 'count'],
  counted: ['read', 'count', 'award'],
  awarded: ['undo'],
  undone: ['read', 'count'],
  stopped: ['read', 'go-on'],
  failed: ['read', 'go-on'],
};

/** `step` is null where past orders were never asked for. Once some earn, they are undone before anything else is begun. */
export function may(
  step: PastStep | null,
  command: PastCommand,
  goesOnWith: PastStep | null = null,
): boolean {
  if (step === null) return command === 'read';
  if (isWorking(step)) return command === 'stop';
  const isOfAwards =
    goesOnWith === 'awarding' || goesOnWith === 'settling-awards' || goesOnWith === 'undoing';
  if (command === 'read' && isOfAwards) return false;
  // Nothing was given yet: it may as well be worked out by other rules.
  if (command === 'count' && goesOnWith === 'counting') return true;
  return MAY[step].includes(command);
}

/** The steps of which nothing is lost when they begin again from where they were. */
export function goOnFrom(step: WorkingStep): WorkingStep {
  // The file that was being made was called off.
  return step === 'made' ? 'asked' : step;
}

/** `refused` is a key of `texts.pastOrders.refused`. */
export type PastAnswer =
  { ok: true } | { ok: false; refused: 'not-now' | 'no-version' | 'counted-again' | 'changed' };
