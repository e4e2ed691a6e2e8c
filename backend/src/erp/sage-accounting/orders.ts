import type { ErpOrder } from '@backroom/shared';
import type { Out } from '../contract/schemas.ts';
import { customerWith } from './customers.ts';
import { type Document, documentsWith, kinds, newestOf, orderId, readDocument, scan } from './documents.ts';
import { NOT_POSTED, SINGLE_MOST } from './facts.ts';
import { unknownCustomer } from './faults.ts';
import { type Items, productsOf, toFound, toOrder } from './order-facts.ts';
import { itemsFor } from './products.ts';
import type { Session } from './session.ts';
import { idOf } from './values.ts';

/**
 * What was sent under a reference: Sage makes one document of it, so any other one is a copy that a person made, or the invoice of a quote, which has its
 * reference too. They are younger.
 */
const originalOf = (documents: readonly Document[]): Document[] =>
  documents
    .toSorted(
      (left, right) =>
        left.createdAt.localeCompare(right.createdAt) ||
        left.number.localeCompare(right.number, 'en', { numeric: true }),
    )
    .slice(0, 1);
const itemsIn = (session: Session, documents: readonly Document[], signal: AbortSignal): Promise<Items> =>
  itemsFor(session, documents.flatMap(productsOf), signal);
const ours = (reference: string | null): boolean => reference?.startsWith('BR-') ?? false;

/** Documents of both kinds with these references. Few are searched for, one by one; for many, everything is looked through. */
async function withReferences(
  session: Session,
  references: readonly string[],
  signal: AbortSignal,
): Promise<Document[]> {
  const wanted = [...new Set(references)];
  if (wanted.length <= SINGLE_MOST)
    return (
      await Promise.all(wanted.flatMap((each) => kinds.map((kind) => documentsWith(session, kind, each, signal))))
    ).flat();
  const known = new Set(wanted);
  const lists = await Promise.all(kinds.map((kind) => scan(session, kind, () => false, signal)));
  return lists.flat().filter(({ reference }) => reference !== null && known.has(reference));
}
/** Of the kind that orders become here. Newest first: most are asked for soon after they were made. */
async function withNumbers(session: Session, numbers: readonly string[], signal: AbortSignal): Promise<Document[]> {
  const wanted = new Set(numbers);
  // A draft without a number goes by its reference.
  const [drafts, others] = [[...wanted].filter(ours), [...wanted].filter((each) => !ours(each))];
  const enough = (found: readonly Document[]) => {
    const there = new Set(found.map(({ number }) => number));
    return others.every((each) => there.has(each));
  };
  const [byReference, byNumber] = await Promise.all([
    drafts.length === 0 ? [] : withReferences(session, drafts, signal),
    others.length === 0 ? [] : scan(session, session.settings.orderDocument, enough, signal),
  ]);
  return [...originalsBy(byReference, drafts), ...byNumber].filter(({ number }) => wanted.has(number));
}
const originalsBy = (documents: readonly Document[], references: readonly string[]): Document[] =>
  references.flatMap((each) => originalOf(documents.filter(({ reference }) => reference === each)));

export async function ordersByReference(
  session: Session,
  references: readonly string[],
  signal: AbortSignal,
): Promise<ErpOrder[][]> {
  if (references.length === 0) return [];
  const documents = await withReferences(session, references, signal);
  const items = await itemsIn(session, documents, signal);
  return references.map((each) => originalsBy(documents, [each]).map((found) => toOrder(session, found, items)));
}
export async function ordersByNumber(
  session: Session,
  numbers: readonly string[],
  signal: AbortSignal,
): Promise<(ErpOrder | null)[]> {
  const wanted = numbers.map((each) => each.trim());
  const documents = await withNumbers(session, wanted.filter(Boolean), signal);
  const items = await itemsIn(session, documents, signal);
  const byNumber = new Map(documents.map((each) => [each.number, toOrder(session, each, items)]));
  return wanted.map((number) => byNumber.get(number) ?? null);
}
export async function findOrders(
  session: Session,
  { references, numbers }: { references: readonly string[]; numbers: readonly string[] },
  signal: AbortSignal,
): Promise<Out<'orders.find'>> {
  const codes = [...new Set(numbers.map((each) => each.trim()).filter(Boolean))];
  const known = [...new Set(references)];
  const found =
    codes.length === 0 || known.length === 0
      ? [
          ...originalsBy(await withReferences(session, known, signal), known),
          ...(await withNumbers(session, codes, signal)),
        ]
      : await together(session, known, codes, signal);
  const unique = [...new Map(found.map((each) => [orderId(each), each])).values()];
  const items = await itemsIn(session, unique, signal);
  return { orders: unique.map((each) => toFound(session, each, items)) };
}
/** Numbers are looked through anyway, and the same documents have the references. */
async function together(session: Session, references: string[], numbers: string[], signal: AbortSignal) {
  const lists = await Promise.all(kinds.map((kind) => scan(session, kind, () => false, signal)));
  const all = lists.flat();
  const wanted = new Set(numbers);
  const numbered = all.filter(({ kind, number }) => kind === session.settings.orderDocument && wanted.has(number));
  return [...originalsBy(all, references), ...numbered];
}

export async function ordersById(
  session: Session,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<(ErpOrder | null)[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  const documents =
    wanted.length <= SINGLE_MOST
      ? await Promise.all(wanted.map((each) => readDocument(session, each, signal)))
      : await manyById(session, wanted, signal);
  const found = documents.filter((each) => each !== null);
  const items = await itemsIn(session, found, signal);
  const byId = new Map(found.map((each) => [orderId(each), toOrder(session, each, items)]));
  return ids.map((each) => byId.get(each) ?? null);
}
async function manyById(session: Session, ids: readonly string[], signal: AbortSignal): Promise<Document[]> {
  const lists = await Promise.all(
    kinds.map((kind) => {
      const own = ids.filter((each) => each.startsWith(orderId({ kind, id: '' })));
      const enough = (found: readonly Document[]) => {
        const there = new Set(found.map(orderId));
        return own.every((each) => there.has(each));
      };
      return own.length === 0 ? [] : scan(session, kind, enough, signal);
    }),
  );
  const wanted = new Set(ids);
  return lists.flat().filter((each) => wanted.has(orderId(each)));
}

const SHOWN = 50;
/** Quotes, or invoices that are drafts or became of our drafts: other invoices are no orders. */
export async function ordersOf(session: Session, customerId: string, signal: AbortSignal): Promise<Out<'orders.list'>> {
  const contact = idOf(customerId);
  if (contact === null) throw unknownCustomer(customerId);
  const kind = session.settings.orderDocument;
  const { rows, more } = await newestOf(session, kind, contact, signal);
  const own = rows.filter((each) => kind === 'quote' || NOT_POSTED.has(each.status) || ours(each.reference));
  // A list of nobody's orders is empty, and so is that of a customer that is not there.
  if (rows.length === 0) await customerWith(session, customerId, signal);
  const items = await itemsIn(session, own, signal);
  return {
    results: own.slice(0, SHOWN).map((each) => toOrder(session, each, items)),
    more: more || own.length > SHOWN,
  };
}
