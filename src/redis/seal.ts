import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

const NONCE = 12;
const TAG = 16;
/** Bytes of JSON; an answer about all parties is some tens of thousands. */
const MOST = 4_000_000;

export interface Seal {
  /** JSON that only this service can read, and only as the value of this key. */
  readonly close: (key: string, value: unknown) => string;
  /** The JSON that was sealed; null for what was sealed with another secret, for another key, or by nobody. */
  readonly open: (key: string, sealed: string | null) => string | null;
}

/** What people said is unreadable in Redis, its dumps and its backups: AES-256-GCM with a key of the state secret. */
export function createSeal(secret: string): Seal {
  const cipherKey = Buffer.from(hkdfSync('sha256', secret, '', 'standpunkt redis values 1', 32));
  return {
    close(key, value) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', cipherKey, nonce).setAAD(Buffer.from(key));
      const packed = deflateRawSync(JSON.stringify(value), { level: 1 });
      const text = Buffer.concat([cipher.update(packed), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64');
    },
    open(key, sealed) {
      const bytes = Buffer.from(sealed ?? '', 'base64');
      if (bytes.length < NONCE + TAG) return null;
      const decipher = createDecipheriv('aes-256-gcm', cipherKey, bytes.subarray(0, NONCE), { authTagLength: TAG });
      decipher.setAAD(Buffer.from(key)).setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
      try {
        const packed = Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]);
        return inflateRawSync(packed, { maxOutputLength: MOST }).toString();
      } catch {
        return null;
      }
    },
  };
}
