import { createHash } from 'node:crypto';
import type { Session } from './session.ts';

/**
 * The id under which Sage makes a record a single time, 32 hexadecimal digits. It follows from our reference alone: whatever a later try says otherwise, it is
 * the same sale. One id must not be used for two kinds of records.
 */
export const onceId = ({ settings }: Pick<Session, 'settings'>, kind: string, reference: string): string =>
  createHash('sha256').update(`${settings.business}|${kind}|${reference}`).digest('hex').slice(0, 32);
