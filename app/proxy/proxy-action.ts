// A proxy action, which a shop's page may ask of us: who asks is admitted, what was sent is parsed, and a use case
// answers, in this order for every action.
import { now } from '#app/clock.server.ts';
import type { Language } from '#app/core/values/languages.ts';
import type { Texts } from '#app/locales/en.ts';
import { textsOf } from '#app/locales/texts.ts';
import type { ProxyCaller } from '#app/shopify/signatures/proxy-signature.ts';
import { admitProxyCall } from '#app/usecases/storefront/admit-proxy-call.ts';
import type { ProxyAnswer } from './answer.ts';

/** `refusal` is what is answered to a body that isn't of the action's form. */
export type ParsedBody<Sent> =
  { ok: true; language: Language; sent: Sent } | { ok: false; language: Language; refusal: ProxyAnswer };

/** The customer is the one whom Shopify signed; the body has no say in that. */
export type AdmittedCaller = {
  shopId: number;
  timeZone: string;
  customerId: string;
  language: Language;
  /** When we were asked. */
  since: Date;
};

/** What the shopper is asked to confirm, in sentences; or why there is nothing to confirm. */
export type ToConfirm = { ok: true; sentences: string[] } | { ok: false; answer: ProxyAnswer };

/** By a plain form, which needs no script. `confirm` is null where the action changes nothing. */
type Plain<Confirm> = {
  title: (texts: Texts) => string;
  fields: readonly string[];
  confirm: Confirm | null;
};

type Described<Sent> = {
  path: `/proxy/${string}`;
  method: 'POST';
  /** The answer to whoever isn't signed in. */
  signIn: (texts: Texts) => string;
  parse: (body: Buffer) => ParsedBody<Sent>;
  act: (caller: AdmittedCaller, sent: Sent) => Promise<ProxyAnswer>;
  /** Absent where a script alone can ask for it. */
  plain?: Plain<(caller: AdmittedCaller, sent: Sent) => Promise<ToConfirm>>;
};

export type PlainAction = Plain<(caller: ProxyCaller, body: Buffer) => Promise<ToConfirm>>;

export type ProxyAction = Pick<Described<unknown>, 'path' | 'method'> & {
  answer: (caller: ProxyCaller, body: Buffer) => Promise<ProxyAnswer>;
  plain: PlainAction | null;
};

type Admitted<Sent> = { ok: true; caller: AdmittedCaller; sent: Sent } | { ok: false; answer: ProxyAnswer };

export function proxyAction<Sent>(described: Described<Sent>): ProxyAction {
  const { path, method, act, plain } = described;
  const answer = async (caller: ProxyCaller, body: Buffer): Promise<ProxyAnswer> => {
    const admitted = await admit(described, caller, body);
    return admitted.ok ? act(admitted.caller, admitted.sent) : admitted.answer;
  };
  return { path, method, answer, plain: plain ? plainOf(described, plain) : null };
}

function plainOf<Sent>(
  described: Described<Sent>,
  { confirm, ...plain }: NonNullable<Described<Sent>['plain']>,
): PlainAction {
  if (confirm === null) return { ...plain, confirm };
  const ask = async (caller: ProxyCaller, body: Buffer): Promise<ToConfirm> => {
    const admitted = await admit(described, caller, body);
    return admitted.ok ? confirm(admitted.caller, admitted.sent) : admitted;
  };
  return { ...plain, confirm: ask };
}

async function admit<Sent>(
  { parse, signIn }: Pick<Described<Sent>, 'parse' | 'signIn'>,
  { customerId, shopDomain, path }: ProxyCaller,
  body: Buffer,
): Promise<Admitted<Sent>> {
  const since = now();
  const parsed = parse(body);
  const { language } = parsed;
  const { proxy: texts } = textsOf(language);
  const refuse = (status: number, message: string): Admitted<Sent> => ({
    ok: false,
    answer: { status, ok: false, message },
  });
  if (customerId === null) return refuse(403, signIn(textsOf(language)));
  if (!parsed.ok) return { ok: false, answer: parsed.refusal };
  const admission = await admitProxyCall(shopDomain, customerId, path);
  if (!admission.ok) {
    return admission.reason === 'too-often' ? refuse(429, texts.tooMany) : refuse(404, texts.unknownShop);
  }
  const { shopId, timeZone } = admission;
  return { ok: true, caller: { shopId, timeZone, customerId, language, since }, sent: parsed.sent };
}
