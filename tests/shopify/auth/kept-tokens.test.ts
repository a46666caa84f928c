// A shop's token is opened once for many calls, and never used against what is stored now.
import { describe, expect, it } from 'vitest';
import { KeptTokens } from '#app/shopify/auth/kept-tokens.ts';

const SHOP = 'a.myshopify.com';

/** Gives another token at each reading. */
function reader() {
  let count = 0;
  return () => Promise.resolve({ shop: SHOP, accessToken: `token-${(count += 1)}` });
}

async function asked(seals: readonly (string | null)[]): Promise<string[]> {
  const [tokens, read] = [new KeptTokens(), reader()];
  const given: string[] = [];
  for (const seal of seals) given.push((await tokens.tokenOf(SHOP, seal, read)).accessToken);
  return given;
}

describe('tokens that are kept', () => {
  it('are the ones of the seal that stands now', async () => {
    expect(await asked(['s1', 's1', 's2', 's2'])).toEqual(['token-1', 'token-1', 'token-2', 'token-2']);
  });

  it('serve nobody where no token may be used, and are gone after that', async () => {
    expect(await asked(['s1', null, null, 's1'])).toEqual(['token-1', 'token-2', 'token-3', 'token-4']);
  });

  it('are each of one shop', async () => {
    const [tokens, read] = [new KeptTokens(), reader()];
    await tokens.tokenOf(SHOP, 's1', read);
    expect((await tokens.tokenOf('b.myshopify.com', 's1', read)).accessToken).toBe('token-2');
  });

  it('leave nothing behind where reading fails', async () => {
    const [tokens, read, failure] = [new KeptTokens(), reader(), new Error('nothing stored')];
    await tokens.tokenOf(SHOP, 's1', read);
    await expect(tokens.tokenOf(SHOP, 's2', () => Promise.reject(failure))).rejects.toBe(failure);
    expect((await tokens.tokenOf(SHOP, 's1', read)).accessToken).toBe('token-2');
  });
});
