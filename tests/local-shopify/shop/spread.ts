/** Shares that add up to the amount exactly: what rounding leaves goes to the last that is worth anything. */
export function spread(amountMinor: number, weights: readonly number[]): number[] {
  const total = weights.reduce((all, weight) => all + weight, 0);
  if (total === 0) return weights.map(() => 0);
  const wanted = Math.min(amountMinor, total);
  const cut = weights.map((weight) => Math.floor((wanted * weight) / total));
  const rest = wanted - cut.reduce((all, part) => all + part, 0);
  const last = weights.findLastIndex((weight) => weight > 0);
  return cut.map((part, index) => (index === last ? part + rest : part));
}
