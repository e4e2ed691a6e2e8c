import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import { isPdf } from '../transport/exchange.ts';
import { OBJECT, PATHS } from './facts.ts';
import { notFound } from './faults.ts';
import { equal } from './query.ts';
import type { Session } from './session.ts';
import { keyOf, optionalKey } from './values.ts';

const invoice = z.object({ 'salesDocument.key': optionalKey });
const made = z.object({ downloadURL: z.string().min(1) });
const unreadable = () => new ErpError('unsupported', 'no PDF', { words: 'Sage Intacct sent no PDF of this invoice.' });

/** Order entry prints the document that the invoice was posted from. An invoice that was entered in accounts receivable is printed by nothing. */
export async function invoicePdf(session: Session, { id }: { id: string }, signal: AbortSignal): Promise<Uint8Array> {
  const key = keyOf(id);
  const query = { object: OBJECT.invoice, fields: ['key', 'salesDocument.key'], where: equal('key', key) };
  const [row] = key === null ? [] : await session.client.query(invoice, query, signal);
  const document = row?.['salesDocument.key'];
  if (!document) throw notFound('id', `Sage Intacct prints no invoice ${id}: it was not made in order entry.`);
  const { downloadURL } = await session.client.call(made, PATHS.pdf, { key: document }, signal);
  // The address is one of the API; a host that it might name is not followed.
  const url = URL.parse(downloadURL, 'https://intacct.invalid/');
  if (!url) throw unreadable();
  const path = `${url.pathname}${url.search}`.replace(PATHS.api, '');
  const answer = await session.client.bytes(path, signal);
  if (!isPdf(answer)) throw unreadable();
  return answer.bytes;
}
