// Keeps the stand-in's state beyond the process, or doesn't: tests have no use for it.

export type Kept = { shop: string; kind: string; id: string; value: unknown };

export type Keeper = {
  /** Noted now, written at the next flush; the value is read then. `null` marks something deleted. */
  put(shop: string, kind: string, id: string, value: unknown): void;
  remove(shop: string, kind: string, id: string): void;
  /** Resolves once everything noted so far is written. */
  flush(): Promise<void>;
  load(): Promise<Kept[]>;
  close(): Promise<void>;
};

/** Forgets everything with the process. */
export function forgetfulKeeper(): Keeper {
  return {
    put: () => undefined,
    remove: () => undefined,
    flush: () => Promise.resolve(),
    load: () => Promise.resolve([]),
    close: () => Promise.resolve(),
  };
}
