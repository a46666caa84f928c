// The two tokens of a session, sealed and opened together.
import { WrongSessionKey } from '#app/errors.ts';
import { keyId, openToken, sealToken, type Keyring, type Opened } from './token-cipher.ts';

/** As they stand in the row: sealed, or nothing. */
export type SealedTokens = { accessToken: string; refreshToken: string | null };

export type OpenedTokens = {
  accessToken: string | null;
  refreshToken: string | null;
  /** Whether the ring's first key sealed all that is there, and is named. */
  current: boolean;
};

export type SessionOf<Tokens> = Tokens & { id: string; shop: string };

const NOTHING: Opened = { kind: 'open', token: '', current: true };

export function sealTokens(id: string, tokens: Omit<OpenedTokens, 'current'>, ring: Keyring): SealedTokens {
  const { accessToken, refreshToken } = tokens;
  return {
    accessToken: accessToken ? sealToken(accessToken, `${id}/accessToken`, ring) : '',
    refreshToken: refreshToken ? sealToken(refreshToken, `${id}/refreshToken`, ring) : null,
  };
}

/** What no key opens counts as absent. Throws WrongSessionKey where a key opens it that isn't here. */
export function openTokens(
  { id, shop, accessToken, refreshToken }: SessionOf<SealedTokens>,
  ring: Keyring,
): OpenedTokens {
  const access = accessToken ? openToken(accessToken, `${id}/accessToken`, ring) : NOTHING;
  const refresh = refreshToken ? openToken(refreshToken, `${id}/refreshToken`, ring) : NOTHING;
  for (const { kind, ...opened } of [access, refresh]) {
    if (kind !== 'locked') continue;
    throw new WrongSessionKey(shop, 'keyId' in opened ? opened.keyId : null, ring.map(keyId));
  }
  return {
    accessToken: tokenOf(access),
    refreshToken: tokenOf(refresh),
    current: isCurrent(access) && isCurrent(refresh),
  };
}

const tokenOf = (opened: Opened) => (opened.kind === 'open' && opened.token !== '' ? opened.token : null);

const isCurrent = (opened: Opened) => opened.kind !== 'open' || opened.current;
