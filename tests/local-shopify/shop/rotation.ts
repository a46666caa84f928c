// The app's secret while it is rotated: Shopify knows two. Documented is that webhooks bear the older one's signature, and
// that tokens are to be asked for with the newer; which one signs the rest isn't, so either can be played.
import type { AppSettings } from './app-settings.ts';

export type Signed = 'webhooks' | 'proxy' | 'sessionTokens';

export type Rotation = {
  newSecret: string;
  signsWith: Readonly<Record<Signed, 'old' | 'new'>>;
  /** By which the app may name itself when it asks for tokens. */
  accepts: 'old' | 'new' | 'both';
};

type Secrets = Pick<AppSettings, 'apiSecret' | 'rotation'>;

export function signingSecret({ apiSecret, rotation }: Secrets, what: Signed): string {
  return rotation?.signsWith[what] === 'new' ? rotation.newSecret : apiSecret;
}

/** Each may have signed a session token. */
export function knownSecrets({ apiSecret, rotation }: Secrets): string[] {
  return rotation ? [apiSecret, rotation.newSecret] : [apiSecret];
}

export function acceptedSecrets(secrets: Secrets): string[] {
  const [old = '', fresh = old] = knownSecrets(secrets);
  return { old: [old], new: [fresh], both: [old, fresh] }[secrets.rotation?.accepts ?? 'both'];
}
