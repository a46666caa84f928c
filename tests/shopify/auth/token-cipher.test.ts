import { createCipheriv, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { keyId, openToken, sealToken, type Keyring } from '#app/shopify/auth/token-cipher.ts';

const [old, fresh] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const PLACE = 'offline_x.myshopify.com/accessToken';
const seal = (...ring: Keyring) => sealToken('shpat_1', PLACE, ring);

/** As releases before key ids sealed. */
function sealedUnnamed(key: Buffer): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(PLACE));
  const sealed = Buffer.concat([iv, cipher.update('shpat_1'), cipher.final(), cipher.getAuthTag()]);
  return `v1.${sealed.toString('base64url')}`;
}

describe('a sealed token', () => {
  test('names its key, which tells nothing of the key', () => {
    expect(seal(old)).toMatch(new RegExp(`^v1\\.[\\w-]+\\.${keyId(old)}$`));
    expect(keyId(old)).toMatch(/^[0-9a-f]{12}$/);
    expect(keyId(old)).not.toBe(keyId(fresh));
  });

  test('is read by an earlier release, which looks at two parts only', () => {
    const [version, data] = seal(old).split('.');
    expect(openToken(`${version}.${data}`, PLACE, [old])).toMatchObject({ kind: 'open', token: 'shpat_1' });
  });

  test('opens with each key of the ring, and is current under the first alone', () => {
    expect(openToken(seal(fresh), PLACE, [fresh, old])).toEqual({
      kind: 'open',
      token: 'shpat_1',
      current: true,
    });
    expect(openToken(seal(old), PLACE, [fresh, old])).toEqual({
      kind: 'open',
      token: 'shpat_1',
      current: false,
    });
  });

  test('of an earlier release opens with any key, and is never current', () => {
    for (const key of [old, fresh]) {
      expect(openToken(sealedUnnamed(key), PLACE, [fresh, old])).toEqual({
        kind: 'open',
        token: 'shpat_1',
        current: false,
      });
    }
  });

  test.each([
    ['another key', seal(old), keyId(old)],
    ['another key that no name tells', sealedUnnamed(old), null],
    ['a later release', 'v2.some.thing', null],
  ])('of %s is locked, which is not the same as absent', (_of, text, id) => {
    expect(openToken(text, PLACE, [fresh])).toEqual({ kind: 'locked', keyId: id });
  });

  test.each([
    ['moved to another place', seal(fresh), 'offline_y.myshopify.com/accessToken'],
    ['damaged', seal(fresh).replace(/^v1\.(.)/, (_all, c) => `v1.${c === 'A' ? 'B' : 'A'}`), PLACE],
    ['cut off', `v1.AAAA.${keyId(fresh)}`, PLACE],
    ['never sealed', 'shpat_1', PLACE],
  ])('that was %s is void: no key opens it', (_what, text, place) => {
    expect(openToken(text, place, [fresh]).kind).toBe('void');
  });
});
