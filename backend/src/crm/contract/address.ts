import { z } from 'zod';

const thisMachine = new Set(['127.0.0.1', 'localhost', '[::1]']);
/** An address of a CRM: tokens go there, so it is encrypted; stand-ins run on this machine without. */
export const crmAddressSchema = z.url({ abort: true }).refine((text) => {
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && thisMachine.has(hostname));
}, 'https, unless it is this machine');
