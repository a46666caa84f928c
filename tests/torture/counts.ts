// How often what happened: one number a name, in the order in which the names came up.

export class Counts {
  readonly #of = new Map<string, number>();

  add(name: string, many = 1): void {
    this.#of.set(name, this.of(name) + many);
  }

  of(name: string): number {
    return this.#of.get(name) ?? 0;
  }

  get total(): number {
    return [...this.#of.values()].reduce((sum, many) => sum + many, 0);
  }

  list(): Record<string, number> {
    return Object.fromEntries(this.#of);
  }
}
