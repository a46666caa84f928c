// Bulk operations of one shop: what was asked, how far it is, and the file that answers it.

export type BulkStatus = 'CREATED' | 'RUNNING' | 'COMPLETED' | 'FAILED' | 'CANCELED' | 'EXPIRED';

export type BulkOperation = {
  id: string;
  query: string;
  groupObjects: boolean;
  createdAt: string;
  status: BulkStatus;
  errorCode: string | null;
  completedAt: string | null;
  rootObjects: number;
  lines: string[];
};

/** What may go wrong with them, on request. */
export class BulkTrouble {
  /** They stay as they are. */
  holds = false;
  /** They fail with this code instead of ending. */
  fails: 'INTERNAL_SERVER_ERROR' | 'TIMEOUT' | 'ACCESS_DENIED' | null = null;
  /** The file breaks off after so many bytes, as often as it is asked for from now on. */
  breaksAfter: { bytes: number; times: number } | null = null;
  /** The file ends well after so many lines, though there are more, as often as it is asked for from now on. */
  endsAfter: { lines: number; times: number } | null = null;
  /** These lines, from 1, are no JSON. */
  rubbishAt: readonly number[] = [];
  /** Children come after all parents, though groups were asked for. */
  scatters = false;

  clear(): void {
    Object.assign(this, new BulkTrouble());
  }
}

/** At once in a shop. */
const MOST_RUNNING = 5;
const URL_LIVES_MS = 7 * 24 * 3_600_000;

export class BulkOperations {
  readonly trouble = new BulkTrouble();
  readonly #all = new Map<string, BulkOperation>();

  get(id: string): BulkOperation | undefined {
    return this.#all.get(id);
  }

  add(operation: BulkOperation): void {
    this.#all.set(operation.id, operation);
  }

  get isFull(): boolean {
    const running = [...this.#all.values()].filter(
      ({ status }) => status === 'CREATED' || status === 'RUNNING',
    );
    return running.length >= MOST_RUNNING;
  }

  isReadable({ status, completedAt }: BulkOperation, at: Date): boolean {
    return status === 'COMPLETED' && at.getTime() - new Date(completedAt ?? 0).getTime() < URL_LIVES_MS;
  }
}
