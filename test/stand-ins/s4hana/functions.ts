import { compare, type Decimal } from '@backroom/shared';
import { pdfOf } from '../pdf.ts';
import { dateOf, dec, today } from './amounts.ts';
import { cancelInvoice, documentNumbered } from './billing.ts';
import type { Row, Value } from './database.ts';
import { badUri, refused, SapError } from './errors.ts';
import type { FunctionImport, Service } from './metadata.ts';
import type { Context } from './service.ts';
import { availableOn, replenishedOn } from './stock.ts';
import { literalOf, valueOut } from './values.ts';

/** A function import: every parameter is demanded, and no other one taken. */
export function functionAnswer(
  context: Context,
  service: Service,
  call: FunctionImport,
  query: URLSearchParams,
): object {
  const { store, faults, language } = context;
  const given: Record<string, Value> = {};
  for (const [name, field] of call.parameters) {
    const literal = query.get(name);
    if (literal === null) throw badUri(`Missing parameter '${name}' of function import '${call.name}'`);
    given[name] = literalOf(field, literal, language);
  }
  for (const name of query.keys())
    if (!call.parameters.has(name) && !/^(\$format|sap-|saml)/.test(name))
      throw badUri(`Unknown parameter '${name}' of function import '${call.name}'`);
  const fields = service.complex.get(/(\w+)\)?$/.exec(call.returns)?.[1] ?? '') ?? new Map();
  const shown = (row: Row) =>
    Object.fromEntries([...fields.values()].map((field) => [field.name, valueOut(field, row, language)]));
  if (call.name === 'GetPDF') {
    const { BillingDocument = '' } = documentNumbered(store, String(given.BillingDocument));
    if (BillingDocument === '90000001')
      throw refused('APOC/015', {
        EN: `No output exists for billing document ${BillingDocument}`,
        DE: `Zur Faktura ${BillingDocument} gibt es keine Ausgabe`,
      });
    // Base64 as SAP writes it: lines of 76 characters.
    const text = pdfOf(`Rechnung ${BillingDocument}`).toString('base64').replace(/.{76}/g, '$&\r\n');
    return {
      d: { GetPDF: { __metadata: { type: `${service.namespace}.GetPDFResult` }, BillingDocumentBinary: text } },
    };
  }
  if (call.name === 'Cancel') {
    const made = cancelInvoice(store, faults, documentNumbered(store, String(given.BillingDocument)));
    return {
      d: {
        results: [
          shown({
            BillingDocument: given.BillingDocument ?? '',
            CancellationBillingDocument: made.BillingDocument ?? '',
            SystemMessageType: 'S',
          }),
        ],
      },
    };
  }
  if (/^(release|reject)ApprovalRequest$/.test(call.name))
    return { d: { [call.name]: { Boolean: approved(context, call, given) } } };
  if (service.name === 'API_PRODUCT_AVAILY_INFO_BASIC') {
    const records = availability(context, call.name, given).map(shown);
    return { d: /^Collection/.test(call.returns) ? { results: records } : { [call.name]: records[0] } };
  }
  throw new SapError(501, badUri(`This double does not do ${call.name}`).messages);
}
function approved({ store }: Context, call: FunctionImport, given: Record<string, Value>): boolean {
  const { SalesOrder } = given;
  if (SalesOrder === undefined || !store.get('A_SalesOrder', { SalesOrder }))
    throw refused('V1/302', { EN: 'Sales document does not exist', DE: 'Verkaufsbeleg ist nicht vorhanden' });
  store.update('A_SalesOrder', { SalesOrder }, { SalesDocApprovalStatus: call.name.startsWith('release') ? 'B' : 'C' });
  return true;
}
const FOREVER = '9999-12-31T23:59:59';
/** Availability by the checking rule of sales orders: what is free now, and all that is asked for after the replenishment time. */
function availability({ store }: Context, name: string, given: Record<string, Value>): Row[] {
  const [material, plant] = [String(given.Material), String(given.SupplyingPlant)];
  if (given.ATPCheckingRule !== 'A')
    throw refused('ATP/041', {
      EN: `Checking rule ${given.ATPCheckingRule} is not defined`,
      DE: `Prüfregel ${given.ATPCheckingRule} ist nicht vorgesehen`,
    });
  const product = store.get('A_Product', { Product: material });
  if (!product || !store.get('A_ProductPlant', { Product: material, Plant: plant }))
    throw refused('M3/351', {
      EN: `Material ${material} is not maintained in plant ${plant}`,
      DE: `Material ${material} ist im Werk ${plant} nicht gepflegt`,
    });
  const [now, later] = [dateOf(today()), dateOf(replenishedOn(store, material, plant))];
  const free = availableOn(store, material, plant, today()) ?? dec('0');
  const most = dec('999999999.999');
  const period = (from: string, to: string, quantity: Decimal): Row => ({
    ...{ PeriodStartUTCDateTime: from, PeriodStartTimeZone: 'CET', PeriodEndUTCDateTime: to, PeriodEndTimeZone: 'CET' },
    ...{ AvailableQuantityInBaseUnit: quantity, BaseUnit: product.BaseUnit ?? '' },
  });
  if (name === 'CalculateAvailabilityTimeseries') return [period(now, later, free), period(later, FOREVER, most)];
  if (name === 'DetermineAvailabilityOf')
    return [
      compare(dec(given.RequestedQuantityInBaseUnit), free) <= 0
        ? period(now, later, free)
        : period(later, FOREVER, most),
    ];
  return [String(given.RequestedUTCDateTime) < `${later}Z` ? period(now, later, free) : period(later, FOREVER, most)];
}
