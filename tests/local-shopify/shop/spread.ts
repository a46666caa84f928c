/** Shares that add up to the amount exactly, none above its weight: what rounding leaves goes to the last that have room. */
export function spread(amountMinor: number, weights: readonly number[]): number[] {
  const total = weights.reduce((all, weight) => all + weight, 0);
  if (total === 0) return weights.map(() => 0);
  const wanted = Math.min(amountMinor, total);
  const shares = weights.map((weight) => Math.floor((wanted * weight) / total));
  let rest = wanted - shares.reduce((all, part) => all + part, 0);
  for (const [index, weight] of [...weights.entries()].reverse()) {
    const more = Math.min(rest, weight - (shares[index] ?? 0));
    shares[index] = (shares[index] ?? 0) + more;
    rest -= more;
  }
  return shares;
}
