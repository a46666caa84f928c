// How many standard errors a mean may lie off, in 95 of 100 draws: Student's t, for few as well as for many.

/** Of the normal distribution, to which it comes down with many. */
const Z = 1.959963984540054;

/** The expansion of Cornish and Fisher (Abramowitz and Stegun 26.7.5), right to a thousandth from four degrees of freedom on. */
export function studentT(degrees: number): number {
  const terms = [
    (Z ** 3 + Z) / 4,
    (5 * Z ** 5 + 16 * Z ** 3 + 3 * Z) / 96,
    (3 * Z ** 7 + 19 * Z ** 5 + 17 * Z ** 3 - 15 * Z) / 384,
    (79 * Z ** 9 + 776 * Z ** 7 + 1482 * Z ** 5 - 1920 * Z ** 3 - 945 * Z) / 92_160,
  ];
  return terms.reduce((sum, term, power) => sum + term / degrees ** (power + 1), Z);
}
