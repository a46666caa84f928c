// What the app asked Shopify for, oldest first: the newest thousand of each kind.

/** A request for tokens, granted or not. */
export type Grant = { shop: string; type: 'exchange' | 'refresh'; refreshToken: string | null };

/** An Admin call, with the token that it bore; the name is empty where the operation has none. */
export type AdminCall = { shop: string; token: string; operation: string };

const KEPT = 1_000;

function keep<T>(list: T[], one: T): void {
  list.push(one);
  if (list.length > KEPT) list.shift();
}

export class CallLog {
  readonly grants: Grant[] = [];
  readonly calls: AdminCall[] = [];

  noteGrant(grant: Grant): void {
    keep(this.grants, grant);
  }

  noteCall(call: AdminCall): void {
    keep(this.calls, call);
  }

  clear(): void {
    this.grants.length = 0;
    this.calls.length = 0;
  }
}
