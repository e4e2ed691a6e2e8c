import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import { idOf, notFound } from './faults.ts';
import type { Session } from './session.ts';
import { blank } from './values.ts';

type Script = { id: string; deployment: string };
/** The script answers in an envelope of its own: an error that it caught would be a success of the request otherwise. */
const failed = z.object({
  ok: z.literal(false),
  kind: z.enum(['not_found', 'refused', 'unauthorised']),
  message: z.string(),
});
const answered = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.discriminatedUnion('ok', [failed, z.object({ ok: z.literal(true), ...shape })]);

const about = answered({ account: z.string(), version: blank, role: blank, user: blank });
/** Which account and role the integration works with. */
export async function aboutOf({ client }: Session, script: Script, signal: AbortSignal) {
  const said = await client.restlet(about, script, { action: 'about' }, signal);
  if (!said.ok) throw failureOf(said, 'about');
  return said;
}

const pdf = answered({ name: z.string(), contents: z.string() });
const BEGIN = '%PDF-';
/** Printed by NetSuite when it is asked for, with the form of the invoice. */
export async function invoicePdf(session: Session, { id }: { id: string }, signal: AbortSignal): Promise<Uint8Array> {
  const { restlet } = session.settings;
  const known = idOf(id);
  if (restlet === null || known === null) throw notFound('id', 'NetSuite has no such invoice.');
  const said = await session.client.restlet(pdf, restlet, { action: 'pdf', id: known }, signal);
  if (!said.ok) throw failureOf(said, 'pdf');
  const bytes = new Uint8Array(Buffer.from(said.contents, 'base64'));
  if (new TextDecoder('latin1').decode(bytes.subarray(0, BEGIN.length)) !== BEGIN)
    throw new ErpError('drift', 'invoice PDF: not a PDF', { field: 'contents' });
  return bytes;
}

const failureOf = ({ kind, message }: z.output<typeof failed>, what: string): ErpError =>
  new ErpError(kind, `${what}: ${message}`, { words: message, field: what === 'pdf' ? 'id' : null });
