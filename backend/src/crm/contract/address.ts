import { z } from 'zod';

const thisMachine = new Set(['127.0.0.1', 'localhost', '[::1]']);
/** An address that tokens or sessions go to: encrypted, unless it is this machine, where stand-ins and the playground run. */
export const encryptedAddressSchema = z.url({ abort: true }).refine((text) => {
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && thisMachine.has(hostname));
}, 'https, unless it is this machine');
