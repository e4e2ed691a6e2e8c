import { ErpError } from '../contract/errors.ts';
import { isPdf } from '../transport/exchange.ts';
import { LIST } from './facts.ts';
import { notFound } from './faults.ts';
import { CREDIT } from './invoices.ts';
import type { Session } from './session.ts';
import { idOf } from './values.ts';

/** The document itself, asked for as a PDF. */
export async function invoicePdf(
  { client }: Session,
  { id }: { id: string },
  signal: AbortSignal,
): Promise<Uint8Array> {
  const isCredit = id.startsWith(CREDIT);
  const own = idOf(isCredit ? id.slice(CREDIT.length) : id);
  const unknown = notFound('id', `Sage Accounting has no invoice ${id}.`);
  if (own === null) throw unknown;
  const answer = await client
    .pdf(`${isCredit ? LIST.creditNotes : LIST.invoices}/${own}`, signal)
    .catch((error: unknown) => {
      throw error instanceof ErpError && error.kind === 'not_found' ? unknown : error;
    });
  if (!isPdf(answer))
    throw new ErpError('unsupported', 'no PDF', { words: 'Sage Accounting sent no PDF of this invoice.' });
  return answer.bytes;
}
