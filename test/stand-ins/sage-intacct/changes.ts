import { takes } from '../faults.ts';
import type { Call } from './call.ts';
import { type Body, placed, type Rec } from './database.ts';
import { definition } from './definitions.ts';
import { DOCUMENT, headerOf, LINE, refuse, resourceOf, smartRules, subtotalBody } from './documents.ts';
import { invalid, noPayload, notFound, Refusal } from './errors.ts';

import { lineBody } from './lines.ts';
import { typeOf } from './metadata.ts';
import { post, repost } from './postings.ts';
import { sees } from './rights.ts';
import { retotal } from './totals.ts';
import { complete, given, ownedBy } from './values.ts';

const SUBTOTAL = 'order-entry/document-subtotal';
/** States that a document can be given by a change, from the state that it has. */
const moves: Readonly<Record<string, readonly string[]>> = {
  draft: ['draft', 'pending', 'submitted', 'closed'],
  pending: ['pending', 'closed'],
  submitted: ['submitted', 'closed'],
  approved: ['approved', 'closed'],
  partiallyConverted: ['partiallyConverted', 'closed'],
};
const editable = new Set(['draft', 'pending', 'submitted']);

export function documentOf(call: Call, documentType: string, key: string): Rec {
  const doc = call.store.find(DOCUMENT, /^\d+$/.test(key) ? key : null);
  if (!doc || doc.body.documentType !== documentType || !sees(call, doc, false))
    throw notFound(`objects/${resourceOf(documentType)}/${key}`);
  return doc;
}
function changeLines(call: Call, doc: Rec, customer: Rec, list: readonly Body[]): void {
  const { store } = call;
  const { documentType } = doc.body;
  const header = headerOf(doc, customer);
  for (const line of ownedBy(call, resourceOf(documentType), LINE, list, 'lines')) {
    const lines = store.children(LINE, doc.key);
    if (line.operation !== undefined && line.operation !== 'delete')
      throw invalid(`Invalid ia::operation ${String(line.operation)}`, 'lines');
    if (line.key === undefined) {
      if (line.operation === 'delete') throw invalid('A line to delete needs its key', 'lines');
      complete(typeOf(LINE), line.given, 'lines.');
      const nth = Math.max(0, ...lines.map(({ body }) => Number(body.lineNumber) + 1)) + 1;
      const body = lineBody(call, header, { values: line.given.values, source: null, before: null, nth });
      store.save({
        object: LINE,
        parent: doc.key,
        entity: doc.entity,
        body: { ...body, documentHeader: String(doc.key) },
      });
      continue;
    }
    const before = lines.find(({ key }) => String(key) === line.key);
    if (!before)
      throw refuse(call, documentType, {
        code: 'invalidReference',
        message: `Invalid line '${String(line.key)}' specified.`,
        target: 'lines',
      });
    if (line.operation === 'delete') {
      if (lines.length === 1)
        throw refuse(call, documentType, {
          code: 'invalidValue',
          message: 'A document needs at least one line.',
          target: 'lines',
        });
      store.remove(before);
      continue;
    }
    const { values } = line.given;
    // A new price or discount starts from the price that was given; what is not named stays.
    const body = lineBody(call, header, { values, source: null, before, nth: Number(before.body.lineNumber) + 1 });
    store.save({ ...before, body });
  }
}
function changeSubtotals(call: Call, doc: Rec, list: readonly Body[]): void {
  const { documentType } = doc.body;
  for (const asked of ownedBy(call, resourceOf(documentType), SUBTOTAL, list, 'subtotals')) {
    const description = asked.given.values.get('description');
    const before = call.store.children(SUBTOTAL, doc.key).find(({ body }) => body.description === description);
    if (!before)
      throw refuse(call, documentType, {
        code: 'invalidReference',
        message: `Invalid subtotal '${String(description)}' specified.`,
        target: 'subtotals',
      });
    call.store.save({ ...before, body: subtotalBody(call, documentType, asked.given, before.body) });
  }
}
/** Changes a document: what is not named stays as it is. */
export function changeDocument(call: Call, documentType: string, key: string, body: Body): Rec {
  const { store, faults } = call;
  const doc = documentOf(call, documentType, key);
  if (Object.keys(body).length === 0) throw noPayload('PATCH');
  const { values, lists } = given(call, resourceOf(documentType), typeOf(DOCUMENT), body);
  if (takes(faults, 'locked'))
    throw refuse(call, documentType, {
      code: 'recordLocked',
      message: `Document ${doc.body.documentId} is being edited by another user.`,
    });
  smartRules(call, documentType);
  const { state } = doc.body;
  const wanted = values.get('state') ?? state;
  const closesOnly = values.size === 1 && values.has('state') && lists.size === 0;
  if (!moves[state]?.includes(String(wanted)) || (!editable.has(state) && !closesOnly))
    throw new Refusal(
      400,
      'operationFailed',
      `PATCH request on objects/${resourceOf(documentType)} object was unsuccessful`,
      {
        errorId: 'REST-7001',
        details: [
          {
            code: 'invalidState',
            message: `Document ${doc.body.documentId} is ${state} and cannot be edited.`,
            target: 'state',
          },
        ],
      },
    );
  for (const name of ['customer', 'txnCurrency', 'baseCurrency', 'documentNumber', 'sourceDocument'])
    if (values.has(name) && values.get(name) !== doc.body[name])
      throw refuse(call, documentType, { code: 'invalidValue', message: `${name} cannot be changed.`, target: name });
  let changed = doc.body;
  for (const [path, value] of values) changed = placed(changed, path, value);
  const kept = store.save({ ...doc, body: changed });
  const customer = store.find('accounts-receivable/customer', changed.customer);
  if (!customer) throw notFound(`objects/accounts-receivable/customer/${changed.customer}`);
  changeLines(call, kept, customer, lists.get('lines') ?? []);
  changeSubtotals(call, kept, lists.get('subtotals') ?? []);
  const summed = retotal(store, kept);
  const def = definition(documentType);
  if (!def || summed.body.state === 'closed') return summed;
  return state === 'draft' && summed.body.state === 'pending' ? post(store, summed, def) : repost(store, summed);
}
/** The policy of every definition of the company forbids it. */
export function deleteDocument(call: Call, documentType: string, key: string): never {
  const doc = documentOf(call, documentType, key);
  throw refuse(call, documentType, {
    ...{ errorId: 'INV-1372', code: 'invalidConfiguration' },
    message: `The delete policy of ${documentType} does not allow document ${doc.body.documentNumber} to be deleted.`,
  });
}
