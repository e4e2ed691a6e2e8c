/* biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are code. */
import { type Mutation, m } from './mutation.ts';

/**
 * Faults that somebody might type into the adapter of Sage X3: wrong names, paths, choices, keys, units, dates. The conformance kit over the double has to see
 * each of them. `text` stands once in the file.
 */
export const mutations: readonly Mutation[] = [
  m('path', 'facts', "'/api1/x3/erp'", "'/api/x3/erp'"),
  m('path', 'facts', 'syracuse/CAdxWebServiceXmlCC', 'syracuse/CAdxWebService'),
  m('path', 'facts', "stock: 'ITMMVT'", "stock: 'STOCK'"),
  m('path', 'facts', "orderQuantity: 'SORDERQ'", "orderQuantity: 'SORDERP'"),
  m('path', 'facts', "due: 'GACCDUDATE'", "due: 'GACCENTRY'"),
  m('path', 'rest', '.%24details', '.%24detail'),
  m('path', 'rest', '`${of}.$query`', '`${of}.query`'),
  m('sign-in', 'logon', "alg: 'HS256'", "alg: 'HS384'"),
  m('sign-in', 'logon', 'aud: audience', 'aud: clientId'),
  m('sign-in', 'logon', 'exp: issued + LIFE_S', 'exp: issued'),
  m('sign-in', 'faults', 'if (status === 403) return new ErpError(', 'if (status === 499) return new ErpError('),
  m('field', 'order-body', '[REFERENCE_FIELD]: stored(reference) }', 'REFERENCE: stored(reference) }'),
  m('field', 'order-body', 'BPCORD: input.customerId', 'BPCINV: input.customerId'),
  m('field', 'order-body', 'DEMDLVDAT: input.requestedDate', 'SHIDAT: input.requestedDate'),
  m('field', 'order-body', 'QTY: canonical(line.quantity)', 'QTYSTU: canonical(line.quantity)'),
  m('field', 'order-body', 'GROPRI: canonical(line.unitPrice.amount)', 'NETPRI: canonical(line.unitPrice.amount)'),
  m('field', 'order-body', 'SOH1_1: { BPAADD: input.deliverTo?.id }', 'SOH1_1: {}'),
  m('field', 'order-body', 'CUR: input.currency', 'CUR: session.company.currency'),
  m('field', 'order-body', '...withoutDiscounts(session),', ''),
  m('field', 'customer-create', 'WEB1: input.email', 'FCYWEB: input.email'),
  m('field', 'customer-create', 'BPADES: input.reference', 'BPADES: input.name'),
  m('field', 'invoices', 'AMTATI: number', 'AMTNOT: number'),
  m('field', 'customers', 'EECNUM: blank', 'CRNNUM: blank'),
  m('choice', 'facts', 'check: 1, hold: 2, none: 3', 'check: 2, hold: 3, none: 1'),
  m('choice', 'facts', 'SOLD: readonly number[] = [1, 3, 4]', 'SOLD: readonly number[] = [5]'),
  m('choice', 'facts', 'WITHOUT_STOCK = 1', 'WITHOUT_STOCK = 9'),
  m('key', 'orders-write', 'if (before) return before;\n', ''),
  m('key', 'references', 'OURS.test(value) ? `${PREFIX}${value}` : value', 'value'),
  m('key', 'orders', 'head.CREUSR === oldestFirst[0]?.CREUSR', 'head.CREUSR !== null'),
  m('unit', 'stock', 'divide(value, coefficient)', 'value'),
  m('date', 'values', "value.replaceAll('-', '')", 'value'),
  m(
    'date',
    'order-body',
    'compactDay(dayOf(session))',
    'compactDay(new Date(session.now()).toISOString().slice(0, 10))',
  ),
  m('date', 'receivables', 'due < today', 'due > today'),
  m('number', 'receivables', 'multiply(subtract(row.AMTLOC, row.PAYLOC), row.SNS)', 'subtract(row.AMTLOC, row.PAYLOC)'),
  m('number', 'rest', 'at = next;\n      }\n      return', 'at = null;\n      }\n      return'),
  m('number', 'credit', 'row.ORDBPIATIC, row.DLVOSTC, row.NPTINVC', 'row.ORDBPIATIC'),
];
