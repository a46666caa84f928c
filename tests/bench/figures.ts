// What a part measured, and what the rounds of it say together.

export type Figure = {
  part: string;
  name: string;
  /** Of `ours` and of the baseline. */
  unit: string;
  /** One value per round. */
  ours: readonly number[];
  /** Measured in the same rounds, or what a limit allows; null where there is nothing to compare with. */
  baseline: { name: string; values: readonly number[] } | null;
  /** What issue or design ask for, in words; told beside the figure, never asserted. */
  wanted: string | null;
};

export type Spread = { median: number; min: number; max: number };

/** Nearest rank: the smallest value that `share` (0 … 1) of all are not above. @throws on an empty list. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (found === undefined) throw new Error('nothing was measured');
  return found;
}

function median(values: readonly number[]): number {
  return (percentile(values, 0.5) + percentile(values, 0.5 + 0.5 / values.length)) / 2;
}

export function spread(values: readonly number[]): Spread {
  return { median: median(values), min: Math.min(...values), max: Math.max(...values) };
}

/** Ours ÷ baseline, round by round: neighbours in time had the same machine. */
export function ratio({ ours, baseline }: Figure): Spread | null {
  if (!baseline) return null;
  return spread(
    ours.map((value, round) => {
      const beside = baseline.values[round];
      if (beside === undefined) throw new Error('the baseline has fewer rounds');
      return value / beside;
    }),
  );
}
