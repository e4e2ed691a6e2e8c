import type { Call } from './call.ts';
import { at, type Body, placed, type Rec } from './database.ts';
import { daysAfter, today } from './days.ts';
import { type Definition, dailyRate, definition, round, subtotalKinds } from './definitions.ts';
import { type Detail, invalid, notFound, type Refusal, refused } from './errors.ts';
import { type Header, lineBody } from './lines.ts';
import { typeOf } from './metadata.ts';
import { post } from './postings.ts';
import { retotal } from './totals.ts';
import { complete, type Given, given, ownedBy } from './values.ts';

export const DOCUMENT = 'order-entry/document';
export const LINE = 'order-entry/document-line';
const SUBTOTAL = 'order-entry/document-subtotal';
const HISTORY = 'order-entry/document-history';
type Owned = ReturnType<typeof ownedBy>[number];

export const resourceOf = (documentType: string): string => `${DOCUMENT}::${documentType}`;
export const refuse = (call: Call, documentType: string, detail: Detail): Refusal =>
  refused(call.method, resourceOf(documentType), 'Document', detail);

/** Smart rules of the company come after the form of a request was found right. */
export function smartRules(call: Call, documentType: string): void {
  const { smartRule } = call.faults;
  if (!smartRule || smartRule.times <= 0) return;
  smartRule.times -= 1;
  throw refuse(call, documentType, { errorId: 'BL04002055', code: 'smartRuleError', message: smartRule.words });
}
function currencies(
  call: Call,
  documentType: string,
  values: Given['values'],
  first: Owned | undefined,
  customer: Rec,
) {
  const { store } = call;
  const location = store.find('company-config/location', first?.given.values.get('dimensions.location') as string);
  const entity = store.find('company-config/entity', call.entity ?? location?.body.ofEntity);
  const base = String(entity?.body.base ?? 'EUR');
  if ((values.get('baseCurrency') ?? base) !== base)
    throw refuse(call, documentType, {
      code: 'invalidConfiguration',
      message: `Base currency has to be ${base}`,
      target: 'baseCurrency',
    });
  const txn = String(values.get('txnCurrency') ?? customer.body.currency ?? base);
  const daily = dailyRate(txn, base);
  if (daily === null)
    throw refuse(call, documentType, {
      code: 'invalidReference',
      message: `Invalid currency '${txn}' specified.`,
      target: 'txnCurrency',
    });
  return { base, txn, rate: txn === base ? 1 : Number(values.get('exchangeRate.rate') ?? daily) };
}
/** The header of a document as its lines need it. */
export function headerOf({ body, entity }: Pick<Rec, 'body' | 'entity'>, customer: Rec): Header {
  return {
    ...{
      resource: resourceOf(body.documentType),
      documentType: body.documentType,
      customer,
      entity,
      day: body.txnDate,
    },
    ...{ baseCurrency: body.baseCurrency, txnCurrency: body.txnCurrency, rate: Number(body.exchangeRate.rate) },
  };
}
/** The line that a line is converted from, with its document; refused where it cannot be converted to this type. */
function sourceOf(
  call: Call,
  { name, from }: Definition,
  { given: { values } }: Owned,
  header: string | null,
): Rec | null {
  const { store } = call;
  const line = store.find(LINE, values.get('sourceDocumentLine') as string | null);
  const named = (values.get('sourceDocument') as string | null | undefined) ?? header;
  if (!line) {
    if (named)
      throw refuse(call, name, {
        code: 'invalidReference',
        message: 'Source document line is required.',
        target: 'sourceDocumentLine',
      });
    return null;
  }
  const doc = store.find(DOCUMENT, line.parent);
  if (!doc || String(doc.key) !== named)
    throw refuse(call, name, {
      code: 'invalidReference',
      message: 'Source document line is not a line of the source document.',
    });
  if (!from.includes(doc.body.documentType))
    throw refuse(call, name, {
      code: 'invalidConfiguration',
      message: `${name} cannot be converted from ${doc.body.documentType}.`,
    });
  if (!['pending', 'partiallyConverted', 'approved'].includes(doc.body.state))
    throw refuse(call, name, {
      code: 'invalidState',
      message: `Document ${doc.body.documentId} is ${doc.body.state} and cannot be converted.`,
    });
  return line;
}
/** Takes a line's quantity from the line that it is converted from. */
function convert(call: Call, documentType: string, source: Rec, line: Rec): void {
  const { body } = source;
  const quantityRemaining = round(Number(body.quantityRemaining) - Number(line.body.quantity), 10);
  if (quantityRemaining < 0)
    throw refuse(call, documentType, {
      code: 'invalidValue',
      message: `Quantity to convert is more than what remains of line ${Number(body.lineNumber) + 1} of the source document.`,
    });
  const quantityConverted = round(Number(body.quantityConverted) + Number(line.body.quantity), 10);
  call.store.save({ ...source, body: { ...body, quantityRemaining, quantityConverted } });
}
/** Whether all, some or none of a document was converted. */
function restate(call: Call, key: number): void {
  const doc = call.store.find(DOCUMENT, key);
  if (!doc) return;
  const lines = call.store.children(LINE, key);
  const done = lines.every(({ body }) => Number(body.quantityRemaining) === 0);
  const some = lines.some(({ body }) => Number(body.quantityConverted) > 0);
  const state = done ? 'converted' : some ? 'partiallyConverted' : 'pending';
  call.store.save({ ...doc, body: { ...doc.body, state } });
}
/** A header subtotal of the definition, by its description. */
export function subtotalBody(call: Call, documentType: string, { values }: Given, before: Body | null): Body {
  const description = String(values.get('description') ?? before?.description);
  if (subtotalKinds[description] === undefined)
    throw refuse(call, documentType, {
      code: 'invalidReference',
      message: `Invalid subtotal '${description}' specified.`,
      target: 'subtotals',
    });
  let body: Body = { ...(before ?? {}), description };
  for (const [path, value] of values) body = placed(body, path, value);
  const percentValue = values.has('percentValue')
    ? (values.get('percentValue') as string | null)
    : (before?.percentValue ?? null);
  const amount =
    values.get('txnAbsoluteValue') ??
    values.get('absoluteValue') ??
    (percentValue === null ? before?.given : null) ??
    null;
  if ([percentValue, amount].some((each) => each !== null && Number(each) < 0))
    throw refuse(call, documentType, {
      code: 'invalidValue',
      message: `Subtotal '${description}' cannot be negative.`,
      target: 'subtotals',
    });
  return { ...body, percentValue, given: amount };
}
const usual = (customer: Rec, name: string): string | null =>
  (at(customer.body, `contacts.${name}`) ?? at(customer.body, 'contacts.default') ?? null) as string | null;

/** Creates a document of a type, whole or not at all: header, lines, subtotals, what it converts and what it posts. */
export function createDocument(call: Call, documentType: string, body: Body, now = Date.now()): Rec {
  const { store } = call;
  const def = definition(documentType);
  if (!def) throw notFound(`objects/${resourceOf(documentType)}`);
  const type = typeOf(DOCUMENT);
  const asked = given(call, resourceOf(documentType), type, body);
  complete(type, asked);
  const { values, lists } = asked;
  const wanted = String(values.get('state') ?? 'pending');
  if (!['draft', 'pending', 'submitted'].includes(wanted))
    throw refuse(call, documentType, {
      code: 'invalidState',
      message: `A new document cannot be ${wanted}.`,
      target: 'state',
    });
  // No definition of this company needs an approval.
  const state = wanted === 'submitted' ? 'pending' : wanted;
  const lines = ownedBy(call, resourceOf(documentType), LINE, lists.get('lines') ?? [], 'lines');
  const header = (values.get('sourceDocument') as string | null | undefined) ?? null;
  const sources = lines.map((line) => sourceOf(call, def, line, header));
  for (const [nth, line] of lines.entries()) if (!sources[nth]) complete(typeOf(LINE), line.given, `lines.${nth}.`);
  smartRules(call, documentType);
  const customer = store.find('accounts-receivable/customer', values.get('customer') as string);
  if (!customer) throw invalid('Required field customer is missing', 'customer');
  if (customer.body.status !== 'active')
    throw refuse(call, documentType, {
      code: 'invalidReference',
      message: `Customer '${customer.body.id}' is inactive.`,
      target: 'customer',
    });
  if (customer.body.isOnHold === true && def.docClass === 'order')
    throw refuse(call, documentType, {
      code: 'invalidState',
      message: `Customer '${customer.body.id}' is on hold.`,
      target: 'customer',
    });
  const { base, txn, rate } = currencies(call, documentType, values, lines[0], customer);
  const first = store.find(DOCUMENT, header ?? sources.find(Boolean)?.parent);
  const txnDate = String(values.get('txnDate') ?? today(now));
  const term = store.find('accounts-receivable/term', (values.get('paymentTerm') ?? customer.body.term) as string);
  let made: Body = {};
  if (first && !call.faults.referenceNotCopied)
    for (const name of ['referenceNumber', 'customerPONumber', 'requestedShippingDate'])
      made[name] = first.body[name] ?? null;
  if (first) made.contacts = first.body.contacts;
  for (const [path, value] of values) made = placed(made, path, value);
  const documentNumber = String(values.get('documentNumber') ?? `${def.prefix}${1000 + store.draw(def.prefix)}`);
  const documentId = `${documentType}-${documentNumber}`;
  if (store.where(DOCUMENT, 'documentId', documentId).length > 0)
    throw refuse(call, documentType, {
      code: 'duplicateRecord',
      message: `Another Document with the given value(s) ${documentNumber} already exists`,
      correction: 'Use a unique value instead.',
      target: 'documentNumber',
    });
  const keys = [...new Set(sources.flatMap((source) => (source ? [Number(source.parent)] : [])))];
  const doc = store.save(
    {
      object: DOCUMENT,
      entity: call.entity,
      body: {
        ...made,
        ...{
          documentType,
          documentNumber,
          documentId,
          state,
          txnDate,
          status: 'active',
          isPrinted: false,
          isBackordered: false,
        },
        ...{ baseCurrency: base, txnCurrency: txn, isSystemGeneratedDocument: false, paymentStatus: 'open' },
        exchangeRate: { date: txnDate, rate, typeId: null, typeName: null },
        dueDate: values.get('dueDate') ?? daysAfter(txnDate, Number(at(term?.body ?? {}, 'due.days') ?? 0)),
        postingDate: def.posts ? (values.get('postingDate') ?? txnDate) : null,
        txnDefinition: String(store.byId('order-entry/txn-definition', documentType)?.key),
        paymentTerm: term ? String(term.key) : null,
        taxSolution: base === 'EUR' ? String(store.byId('tax/tax-solution', 'Germany - VAT')?.key) : null,
        contacts: {
          primary: usual(customer, 'primary'),
          shipTo: usual(customer, 'shipTo'),
          billTo: usual(customer, 'billTo'),
          ...made.contacts,
        },
        sourceDocument: first ? String(first.key) : null,
        sources: keys,
      },
    },
    now,
  );
  const common = headerOf(doc, customer);
  for (const [nth, line] of lines.entries()) {
    const source = store.find(LINE, sources[nth]?.key);
    const own = lineBody(call, common, { values: line.given.values, source, before: null, nth: nth + 1 });
    const kept = store.save(
      { object: LINE, parent: doc.key, entity: doc.entity, body: { ...own, documentHeader: String(doc.key) } },
      now,
    );
    if (source) convert(call, documentType, source, kept);
  }
  subtotals(call, doc, lists.get('subtotals') ?? [], now);
  for (const key of keys) {
    restate(call, key);
    store.save(
      {
        object: HISTORY,
        entity: doc.entity,
        body: { convertedFrom: key, convertedTo: doc.key, orderEntryDocument: String(key) },
      },
      now,
    );
  }
  if (keys.length === 0)
    store.save(
      {
        object: HISTORY,
        entity: doc.entity,
        body: { convertedFrom: null, convertedTo: doc.key, orderEntryDocument: String(doc.key) },
      },
      now,
    );
  return post(store, retotal(store, doc, now), def, now);
}
/** Every subtotal of the definition stands on the document, with nothing in it where none was asked for. */
function subtotals(call: Call, doc: Rec, list: readonly Body[], now: number): void {
  const asked = ownedBy(call, resourceOf(doc.body.documentType), SUBTOTAL, list, 'subtotals').map((each) => {
    complete(typeOf(SUBTOTAL), each.given, 'subtotals.');
    return subtotalBody(call, doc.body.documentType, each.given, null);
  });
  for (const description of Object.keys(subtotalKinds)) {
    const own = asked.find((each) => each.description === description) ?? {
      description,
      percentValue: null,
      given: null,
    };
    call.store.save(
      { object: SUBTOTAL, parent: doc.key, entity: doc.entity, body: { ...own, documentHeader: String(doc.key) } },
      now,
    );
  }
}
