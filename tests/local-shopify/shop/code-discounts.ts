// The discounts with codes of one store: what its apps and its merchant do to them, each told by webhook. Codes are made and
// deleted later than they are asked for: at the next look at them, unless trouble holds the work up.
import { randomUUID } from 'node:crypto';
import {
  codeDiscountGid,
  codePayload,
  discountPayload,
} from '#tests/local-shopify/webhooks/discount-payload.ts';
import type { CodeCreation, CodeDiscount, RedeemCode } from './code-discount.ts';
import { CodeTrouble } from './code-trouble.ts';
import type { Surroundings } from './local-shop.ts';
import { Refused } from './refused.ts';
import { wholeSecond } from './times.ts';

type Settings = Omit<CodeDiscount, 'id' | 'createdAt' | 'updatedAt'>;
export type NewCodeDiscount = Settings;
type Work = { creation: string } | { job: string; codeIds: readonly string[] };

/** What an earlier run kept. */
export type KeptCodes = {
  codeDiscounts: CodeDiscount[];
  redeemCodes: RedeemCode[];
  codeCreations: CodeCreation[];
};

const folded = (code: string): string => code.toLowerCase();

export class CodeDiscounts {
  readonly trouble = new CodeTrouble();
  readonly #domain: string;
  readonly #around: Surroundings;
  readonly #discounts = new Map<string, CodeDiscount>();
  /** By the code in lower case. */
  readonly #codes = new Map<string, RedeemCode>();
  readonly #creations = new Map<string, CodeCreation>();
  readonly #jobs = new Set<string>();
  #works: Work[] = [];

  constructor(domain: string, around: Surroundings) {
    this.#domain = domain;
    this.#around = around;
  }

  /** Oldest first. */
  values(): CodeDiscount[] {
    return [...this.#discounts.values()];
  }

  get(id: string): CodeDiscount | undefined {
    return this.#discounts.get(id);
  }

  /** Whatever case it is written in. */
  find(code: string): { code: RedeemCode; discount: CodeDiscount } | null {
    this.#work();
    const found = this.#codes.get(folded(code));
    const discount = found && this.#discounts.get(found.discountId);
    return found && discount ? { code: found, discount } : null;
  }

  /** Oldest first. */
  codesOf(discountId: string): RedeemCode[] {
    this.#work();
    return [...this.#codes.values()].filter((one) => one.discountId === discountId);
  }

  creation(id: string): CodeCreation | undefined {
    this.#work();
    return this.#creations.get(id);
  }

  /** Whether a job is done; undefined for none of ours. */
  jobDone(id: string): boolean | undefined {
    this.#work();
    if (!this.#jobs.has(id)) return undefined;
    return !this.#works.some((work) => 'job' in work && work.job === id);
  }

  /** As Shopify tells it, which runs behind. */
  shownUses({ usedAt }: RedeemCode): number {
    const until = wholeSecond(new Date(this.#around.clock().getTime() - this.trouble.usageLagMs));
    return usedAt.filter((at) => at <= until).length;
  }

  /** With its first code. Webhooks: discounts/create. Throws Refused where a discount has that code. */
  async add(content: NewCodeDiscount, code: string): Promise<CodeDiscount> {
    if (this.find(code)) throw new Refused(`${this.#domain} has the code ${code}`);
    const at = wholeSecond(this.#around.clock());
    const added = { ...content, id: this.#around.ids.next(), createdAt: at, updatedAt: at };
    this.#discounts.set(added.id, added);
    this.#make(added.id, code);
    return this.#settle(added, 'discounts/create');
  }

  /** Webhooks: discounts/update. Throws Refused where there is no such discount. */
  async change(id: string, change: Partial<Settings>): Promise<CodeDiscount> {
    const updatedAt = wholeSecond(this.#around.clock());
    const changed = { ...this.#one(id), ...change, updatedAt };
    this.#discounts.set(id, changed);
    return this.#settle(changed, 'discounts/update');
  }

  /** From now on it gives nothing. Webhooks: discounts/update. */
  async end(id: string): Promise<CodeDiscount> {
    return this.change(id, { endsAt: wholeSecond(this.#around.clock()) });
  }

  /** It gives again, without an end. Webhooks: discounts/update. */
  async start(id: string): Promise<CodeDiscount> {
    const now = wholeSecond(this.#around.clock());
    const { startsAt } = this.#one(id);
    return this.change(id, { startsAt: startsAt > now ? now : startsAt, endsAt: null });
  }

  /** A copy has a code of its own, and the app's metafields or none. Webhooks: discounts/create. */
  async duplicate(id: string, code: string, withMetafields = true): Promise<CodeDiscount> {
    const original = structuredClone(this.#one(id));
    const { gives } = original;
    const copied = gives.kind === 'app' && !withMetafields ? { ...gives, metafields: {} } : gives;
    return this.add({ ...original, gives: copied, title: `Copy of ${original.title}` }, code);
  }

  /** Its codes go with it. Webhooks: discounts/delete. */
  async remove(id: string): Promise<void> {
    this.#one(id);
    this.#forgetDiscount(id);
    await this.#around.keeper.flush();
    const deleted = {
      admin_graphql_api_id: codeDiscountGid(id),
      deleted_at: this.#around.clock().toISOString(),
    };
    this.#around.announce(this.#domain, 'discounts/delete', deleted, randomUUID());
  }

  /** The app is gone, and with it what its functions decided, codes and all; nobody is told. */
  async forgetApp(): Promise<void> {
    for (const { id, gives } of this.values()) if (gives.kind === 'app') this.#forgetDiscount(id);
    await this.#around.keeper.flush();
  }

  /** By the merchant's hand, at once. Webhooks: discounts/redeemcode_removed. */
  async removeCode(code: string): Promise<void> {
    const found = this.find(code);
    if (!found) throw new Refused(`${this.#domain} has no code ${code}`);
    this.#drop(found.code);
    await this.#around.keeper.flush();
  }

  /** Makes them later, of those that can be made. */
  async askFor(discountId: string, codes: readonly string[]): Promise<CodeCreation> {
    this.#one(discountId);
    const creation: CodeCreation = {
      id: this.#around.ids.next(),
      discountId,
      createdAt: wholeSecond(this.#around.clock()),
      done: false,
      codes: codes.map((code) => ({ code, codeId: null, error: null })),
    };
    this.#works.push({ creation: creation.id });
    this.#keepCreation(creation);
    await this.#around.keeper.flush();
    return structuredClone(creation);
  }

  /** Deletes them later. Returns the job's id, a uuid. Webhooks: a discounts/redeemcode_removed of each. */
  askToDelete(discountId: string, codeIds: readonly string[]): string {
    this.#one(discountId);
    const own = this.codesOf(discountId).filter(({ id }) => codeIds.includes(id));
    const job = randomUUID();
    this.#jobs.add(job);
    this.#works.push({ job, codeIds: own.map(({ id }) => id) });
    return job;
  }

  /** An order names it. Counted for whichever codes are ours; the merchant's own, made elsewhere, aren't. */
  noteUse(code: string): void {
    const found = this.find(code)?.code;
    if (!found) return;
    found.usedAt.push(wholeSecond(this.#around.clock()));
    this.#keepCode(found);
  }

  /** Puts back what an earlier run kept; what it was asked for and didn't do is done now. */
  restore({ codeDiscounts, redeemCodes, codeCreations }: KeptCodes): void {
    const byId = (a: { id: string }, b: { id: string }) => Number(a.id) - Number(b.id);
    for (const one of [...codeDiscounts].sort(byId)) this.#discounts.set(one.id, one);
    for (const one of [...redeemCodes].sort(byId)) this.#codes.set(folded(one.code), one);
    for (const one of [...codeCreations].sort(byId)) this.#creations.set(one.id, one);
    this.#works = codeCreations.filter(({ done }) => !done).map(({ id }) => ({ creation: id }));
  }

  #one(id: string): CodeDiscount {
    const discount = this.#discounts.get(id);
    if (!discount) throw new Refused(`${this.#domain} has no discount with codes ${id}`);
    return discount;
  }

  #forgetDiscount(id: string): void {
    for (const { code } of this.codesOf(id)) this.#forget(code);
    this.#discounts.delete(id);
    this.#around.keeper.remove(this.#domain, 'code-discount', id);
  }

  #work(): void {
    if (this.trouble.holdsWork) return;
    const works = this.#works;
    this.#works = [];
    for (const work of works) {
      if ('creation' in work) this.#carryOut(work.creation);
      else if (!this.trouble.keepsDeleted) this.#delete(work.codeIds);
    }
  }

  #carryOut(id: string): void {
    const creation = this.#creations.get(id);
    if (!creation || !this.#discounts.has(creation.discountId)) return;
    for (const one of creation.codes) {
      const outcome = this.trouble.outcome(one.code, this.#codes.has(folded(one.code)));
      if (outcome === 'skipped') one.codeId = this.#around.ids.next();
      else if (outcome === null) one.codeId = this.#make(creation.discountId, one.code).id;
      else one.error = outcome;
    }
    creation.done = true;
    this.#keepCreation(creation);
  }

  #delete(codeIds: readonly string[]): void {
    for (const one of [...this.#codes.values()]) if (codeIds.includes(one.id)) this.#drop(one);
  }

  /** One that goes without its discount is told. */
  #drop(code: RedeemCode): void {
    this.#forget(code.code);
    const told = codePayload(code, this.#around.clock());
    this.#around.announce(this.#domain, 'discounts/redeemcode_removed', told, randomUUID());
  }

  #make(discountId: string, code: string): RedeemCode {
    const at = wholeSecond(this.#around.clock());
    const made = { id: this.#around.ids.next(), discountId, code, createdAt: at, usedAt: [] };
    this.#codes.set(folded(code), made);
    this.#keepCode(made);
    return made;
  }

  #forget(code: string): void {
    const found = this.#codes.get(folded(code));
    this.#codes.delete(folded(code));
    if (found) this.#around.keeper.remove(this.#domain, 'redeem-code', found.id);
  }

  #keepCode(code: RedeemCode): void {
    this.#around.keeper.put(this.#domain, 'redeem-code', code.id, code);
  }

  #keepCreation(creation: CodeCreation): void {
    this.#creations.set(creation.id, creation);
    this.#around.keeper.put(this.#domain, 'code-creation', creation.id, creation);
  }

  async #settle(discount: CodeDiscount, topic: string): Promise<CodeDiscount> {
    this.#around.keeper.put(this.#domain, 'code-discount', discount.id, discount);
    await this.#around.keeper.flush();
    const told = discountPayload(discount, this.#around.clock(), codeDiscountGid(discount.id));
    this.#around.announce(this.#domain, topic, told, randomUUID());
    return discount;
  }
}
