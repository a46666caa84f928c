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

type Described<Sent> = {
  path: `/proxy/${string}`;
  method: 'POST';
  /** The answer to whoever isn't signed in. */
  signIn: (texts: Texts) => string;
  parse: (body: Buffer) => ParsedBody<Sent>;
  act: (caller: AdmittedCaller, sent: Sent) => Promise<ProxyAnswer>;
};

export type ProxyAction = Pick<Described<unknown>, 'path' | 'method'> & {
  answer: (caller: ProxyCaller, body: Buffer) => Promise<ProxyAnswer>;
};

export function proxyAction<Sent>({ path, method, signIn, parse, act }: Described<Sent>): ProxyAction {
  const answer = async (caller: ProxyCaller, body: Buffer): Promise<ProxyAnswer> => {
    const since = now();
    const parsed = parse(body);
    const { language } = parsed;
    const { proxy: texts } = textsOf(language);
    const { customerId } = caller;
    if (customerId === null) return { status: 403, ok: false, message: signIn(textsOf(language)) };
    if (!parsed.ok) return parsed.refusal;
    const admission = await admitProxyCall(caller.shopDomain, customerId, caller.path);
    if (!admission.ok) {
      return admission.reason === 'too-often'
        ? { status: 429, ok: false, message: texts.tooMany }
        : { status: 404, ok: false, message: texts.unknownShop };
    }
    const { shopId, timeZone } = admission;
    return act({ shopId, timeZone, customerId, language, since }, parsed.sent);
  };
  return { path, method, answer };
}
