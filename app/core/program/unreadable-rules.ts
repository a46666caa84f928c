/** Stored rules that are none as far as we know: a fault of ours, which a release mends. Whatever doesn't need them goes on. */
export class UnreadableRules extends Error {
  constructor(cause: unknown) {
    super('stored rules can’t be read', { cause });
    this.name = new.target.name;
  }
}
