import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/**
 * Seals credentials for the database: AES-256-GCM, a fresh nonce each, the key's id in front so that keys can be rotated: the first key
 * seals, every key opens. `context` (account and purpose) is authenticated: a sealed value moved to another account does not open.
 */
export function createVault(keysBase64: readonly string[]) {
  const keys = keysBase64.map((text) => {
    const key = Buffer.from(text, 'base64');
    if (key.length !== 32) throw new Error('ENCRYPTION_KEY must be 32 bytes in base64');
    return { id: createHash('sha256').update(key).digest('hex').slice(0, 8), key };
  });
  const [current] = keys;
  if (!current) throw new Error('ENCRYPTION_KEY is missing');
  return {
    seal(plain: string, context: string): string {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', current.key, nonce).setAAD(Buffer.from(context));
      const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return [
        current.id,
        nonce.toString('base64'),
        cipher.getAuthTag().toString('base64'),
        sealed.toString('base64'),
      ].join('.');
    },
    /** Whether the first key sealed it, so that the others are not needed for it. */
    isNewest: (text: string): boolean => text.startsWith(`${current.id}.`),
    open(text: string, context: string): string {
      const [id, nonce = '', tag = '', sealed = ''] = text.split('.');
      const found = keys.find((key) => key.id === id);
      if (!found) throw new Error('sealed with a key that is not configured');
      const decipher = createDecipheriv('aes-256-gcm', found.key, Buffer.from(nonce, 'base64'), {
        authTagLength: 16,
      }).setAAD(Buffer.from(context));
      decipher.setAuthTag(Buffer.from(tag, 'base64'));
      return Buffer.concat([decipher.update(Buffer.from(sealed, 'base64')), decipher.final()]).toString('utf8');
    },
  };
}
export type Vault = ReturnType<typeof createVault>;
