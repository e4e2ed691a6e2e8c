// Answers of the backend for tests, one of each shape and state that a surface draws. Each is what its zod schema says, and a test holds it to that.
import {
  customerPanelSchema,
  decisionSchema,
  type Freshness,
  type Problem,
  type ProblemCode,
  panelSchemas,
  previewSchema,
  settingsSchema,
  submissionSchema,
} from '@backroom/shared';
import { makeProblem } from '@backroom/shared/messages/problems';

const eur = (amount: string) => ({ amount, currency: 'EUR' });
export const fresh: Freshness = { asOf: '2026-11-24T08:00:00.000Z', source: 'cached' };
export const stale: Freshness = { asOf: '2026-11-24T06:00:00.000Z', source: 'stale', reason: 'erp_unreachable' };
export const problem = (code: ProblemCode, more: { detail?: string; field?: string } = {}): Problem =>
  makeProblem(code, 'en', 'ref-1', more);

const customer = {
  id: 'c-1',
  number: 'C-1001',
  name: 'Norddeutsche Pumpen GmbH',
  city: 'Hamburg',
  country: 'DE',
  vatId: 'DE136695976',
  currency: 'EUR',
  paymentTerms: '30 days net',
  blocked: false,
};
const order = {
  id: 'o-7',
  number: 'SO-7',
  reference: 'BR-TESTTESTTEST',
  status: 'partly_delivered',
  orderedOn: '2026-11-20',
  promisedOn: '2026-12-04',
  total: eur('1190.00'),
  lines: [{ code: 'VLV-1', name: 'Valve', quantity: '4', delivered: '2', unitPrice: eur('250.00') }],
  deliveries: [{ number: 'DN-3', date: '2026-11-22', status: 'shipped', tracking: null }],
};
const line = (lineId: string, code: string | null, quantity = '4') => ({
  lineId,
  code,
  name: `Product ${lineId}`,
  quantity,
});
const stock = {
  unit: 'pcs',
  onHand: '10',
  reserved: '2',
  available: '8',
  incoming: [],
  warehouses: [],
  freshness: fresh,
};
const price = {
  listPrice: eur('300.00'),
  discountPercent: '10',
  priceSource: 'price_list',
  breaks: [{ from: '10', price: eur('240.00') }],
  freshness: fresh,
};
const credit = {
  position: {
    limit: eur('50000.00'),
    openOrders: eur('1000.00'),
    receivable: eur('7250.50'),
    exposure: eur('8250.50'),
    free: eur('41749.50'),
    overdue: eur('1200.00'),
    ageing: [
      { fromDays: 0, toDays: 0, amount: eur('6050.50') },
      { fromDays: 1, toDays: 30, amount: eur('1200.00') },
      { fromDays: 91, toDays: null, amount: eur('0.00') },
    ],
    blocked: false,
    blockedReason: null,
  },
  deal: eur('1000.00'),
  freeAfterDeal: eur('40749.50'),
  verdict: 'overdue',
  freshness: fresh,
};

/** Each panel as it is with something in it. */
export const full = {
  customer: panelSchemas.customer.parse({
    state: 'linked',
    customer,
    linkedAt: '2026-11-01T08:00:00.000Z',
    freshness: fresh,
  }),
  stock: panelSchemas.stock.parse({
    lines: [
      {
        ...line('1', 'PMP-001'),
        ...stock,
        state: 'known',
        verdict: 'available',
        promiseDate: '2026-11-24',
        warehouses: [{ code: 'HAM', name: 'Hamburg', onHand: '10', available: '8' }],
      },
      {
        ...line('2', 'PMP-002', '20'),
        ...stock,
        state: 'known',
        verdict: 'later',
        promiseDate: '2026-12-08',
        incoming: [{ date: '2026-12-08', quantity: '40', warehouse: 'Hamburg' }],
      },
      { ...line('3', 'PMP-003', '900'), ...stock, state: 'known', verdict: 'short', promiseDate: null },
      { ...line('4', 'SVC-1'), ...stock, state: 'known', verdict: 'not_stocked', promiseDate: null },
      { ...line('5', 'NO-SUCH'), state: 'trouble', trouble: 'unknown_product' },
      { ...line('6', null), state: 'trouble', trouble: 'no_code' },
    ],
    completeBy: null,
  }),
  pricing: panelSchemas.pricing.parse({
    lines: [
      {
        ...line('1', 'PMP-001'),
        ...price,
        state: 'known',
        quoted: eur('270.00'),
        erp: eur('270.00'),
        verdict: 'equal',
        difference: eur('0.00'),
      },
      {
        ...line('2', 'PMP-002', '20'),
        ...price,
        state: 'known',
        quoted: eur('260.00'),
        erp: eur('270.00'),
        verdict: 'below',
        difference: eur('-10.00'),
      },
      {
        ...line('3', 'PMP-003', '900'),
        ...price,
        state: 'known',
        quoted: eur('280.00'),
        erp: eur('270.00'),
        verdict: 'above',
        difference: eur('10.00'),
      },
      {
        ...line('4', 'SVC-1'),
        ...price,
        state: 'known',
        quoted: eur('90.00'),
        erp: { amount: '95.00', currency: 'CHF' },
        verdict: 'other_currency',
        difference: null,
      },
      { ...line('5', 'NO-SUCH'), state: 'trouble', trouble: 'unknown_product' },
      { ...line('6', null), state: 'trouble', trouble: 'no_code' },
    ],
    quotedTotal: eur('5200.00'),
    erpTotal: null,
    paymentTerms: '30 days net',
  }),
  orders: panelSchemas.orders.parse({ converted: null, orders: [order], freshness: fresh }),
  invoices: panelSchemas.invoices.parse({
    invoices: [
      ['INV-1', 'paid', '0.00', 0],
      ['INV-2', 'part_paid', '500.00', 0],
      ['INV-3', 'open', '1000.00', 0],
      ['INV-4', 'overdue', '1200.00', 12],
      ['INV-5', 'cancelled', '0.00', 0],
    ].map(([number, status, open, overdueDays]) => ({
      id: `i-${number}`,
      number,
      kind: 'invoice',
      issuedOn: '2026-10-01',
      dueOn: '2026-10-31',
      total: eur('1200.00'),
      open: eur(String(open)),
      status,
      overdueDays,
      orderNumber: 'SO-7',
      hasPdf: number !== 'INV-5',
    })),
    totals: [{ open: eur('2700.00'), overdue: eur('1200.00') }],
    freshness: fresh,
  }),
  credit: panelSchemas.credit.parse(credit),
  returns: panelSchemas.returns.parse({
    returns: [
      {
        id: 'ret-1',
        number: 'RET-1',
        reference: null,
        orderNumber: 'SO-7',
        status: 'received',
        requestedOn: '2026-11-20',
        reason: 'Wrong size',
        lines: [{ code: 'VLV-1', name: 'Valve', quantity: '1' }],
        creditNote: null,
        credit: eur('250.00'),
      },
    ],
    freshness: fresh,
  }),
  overview: panelSchemas.overview.parse({
    customer: { state: 'linked', customer, linkedAt: '2026-11-01T08:00:00.000Z', freshness: fresh },
    completeBy: '2026-12-08',
    credit,
    openInvoices: [{ open: eur('2700.00'), overdue: eur('1200.00') }],
    converted: null,
    submission: null,
    alerts: [
      { code: 'credit_over_limit', level: 'danger', panel: 'credit', values: { by: eur('10.00') } },
      { code: 'stock_later', level: 'warning', panel: 'stock', values: { count: '2' } },
    ],
    freshness: fresh,
    missing: [],
  }),
};
/** The same with nothing in it. */
export const empty = {
  stock: panelSchemas.stock.parse({ lines: [], completeBy: null }),
  pricing: panelSchemas.pricing.parse({ lines: [], quotedTotal: null, erpTotal: null, paymentTerms: null }),
  orders: panelSchemas.orders.parse({ converted: null, orders: [], freshness: fresh }),
  invoices: panelSchemas.invoices.parse({ invoices: [], totals: [], freshness: fresh }),
  returns: panelSchemas.returns.parse({ returns: [], freshness: fresh }),
};
export const converted = panelSchemas.orders.parse({ converted: order, orders: [order], freshness: fresh });

/** What the customer panel says before there is a link. */
export const unlinked = {
  candidates: customerPanelSchema.parse({
    state: 'candidates',
    candidates: [{ customer, score: 92, why: ['vat_id', 'name'] }],
    freshness: fresh,
  }),
  none: customerPanelSchema.parse({ state: 'none', canCreate: true, freshness: fresh }),
  creating: customerPanelSchema.parse({ state: 'creating', submissionId: '4b1f0c8e-3c64-4c55-9f5e-0d9a4d1f1f10' }),
  no_company: customerPanelSchema.parse({ state: 'no_company' }),
};

export const preview = (level: 'block' | 'warn' | 'info' = 'info') =>
  previewSchema.parse({
    revision: 'r',
    reference: 'BR-TESTTESTTEST',
    customer,
    lines: [
      {
        ...line('1', 'PMP-001'),
        quotedUnitPrice: eur('270.00'),
        erpUnitPrice: eur('270.00'),
        lineTotal: eur('1080.00'),
        stock: 'available',
        promiseDate: '2026-11-24',
      },
    ],
    net: eur('1080.00'),
    tax: eur('205.20'),
    total: eur('1285.20'),
    quotedNet: eur('1080.00'),
    completeBy: '2026-11-24',
    credit,
    checks: [
      level === 'info'
        ? { code: 'all_well', level, lineId: null, values: {} }
        : { code: 'overdue', level, lineId: null, values: { amount: eur('1200.00') } },
    ],
    canConvert: level !== 'block',
    freshness: fresh,
  });
export const submission = (state: string, more: object = {}) =>
  submissionSchema.parse({
    id: '4b1f0c8e-3c64-4c55-9f5e-0d9a4d1f1f10',
    kind: 'order',
    state,
    record: { type: 'deal', id: '123' },
    revision: 'r',
    reference: 'BR-TESTTESTTEST',
    erpNumber: state === 'confirmed' ? 'SO-7' : null,
    erpId: state === 'confirmed' ? 'o-7' : null,
    createdAt: '2026-11-24T08:00:00.000Z',
    updatedAt: '2026-11-24T08:00:00.000Z',
    createdBy: 'pat@example.com',
    writtenBack: false,
    problem: null,
    nextTryAt: null,
    canCancel: false,
    canResend: false,
    canMend: false,
    canAdopt: false,
    events: [
      {
        at: '2026-11-24T08:00:00.000Z',
        state: 'queued',
        step: 'accepted',
        actor: 'pat@example.com',
        problem: null,
        words: null,
      },
    ],
    ...more,
  });
/** The answer of `GET …/decision`: a linked customer, nothing against it, no order yet. */
export const decision = (more: object = {}) =>
  decisionSchema.parse({
    version: 'v1',
    revision: 'r',
    customer: ready(full.customer),
    preview: ready(preview()),
    order: ready({ converted: null }),
    submissions: [],
    ...more,
  });
export const settings = (state: 'ok' | 'down' | 'unauthorised' | 'unknown') =>
  settingsSchema.parse({
    account: 'hubspot:4242',
    connection: {
      erp: 'bridge',
      name: 'Demo ERP',
      url: 'https://erp.example.com',
      state,
      checkedAt: state === 'unknown' ? null : '2026-11-24T08:00:00.000Z',
      latencyMs: state === 'ok' ? 12 : null,
      version: state === 'ok' ? '1.0' : null,
      isTest: false,
      problem:
        state === 'down' ? problem('erp_unreachable') : state === 'unauthorised' ? problem('erp_unauthorised') : null,
    },
    flows: [
      { flow: 'orders', on: true, supported: true, master: 'crm' },
      { flow: 'returns', on: false, supported: false, master: 'crm' },
    ],
    writeBack: { on: true, propertiesReady: state === 'ok' },
  });

/** One panel's place in an answer. */
export const ready = (data: object, freshness: Freshness = fresh) => ({
  state: 'ready',
  data,
  freshness,
  refreshing: false,
});
/** The answer of `GET …/panels`. */
export const panelsAnswer = (panels: Record<string, unknown>, type: 'deal' | 'company' = 'deal') => ({
  record: { type, id: '123', name: 'Deal', currency: 'EUR', linesFrom: 'quote', revision: 'r' },
  connection: { erp: 'bridge', name: 'Demo ERP' },
  panels,
});

type Answered = { ok: boolean; data?: unknown; problem?: unknown };
/** The decision as the backend makes it of what it finds: what the deal became, what a preview says, what was written. */
export function decisionOf(found: { submissions: Answered; preview: Answered; order?: object }): Answered {
  if (!found.submissions.ok) return found.submissions;
  const { submissions } = found.submissions.data as { submissions: { state: string; revision: string; id: string }[] };
  const order = (found.order ?? ready({ converted: null })) as { state: string; data?: { converted: object | null } };
  const latest = submissions.find(({ state }) => state !== 'cancelled');
  const isOrder = latest
    ? latest.state !== 'confirmed' || latest.revision === 'r'
    : (order.data?.converted ?? null) !== null;
  const preview = found.preview.ok
    ? ready(found.preview.data as object)
    : { state: 'problem', problem: found.preview.problem };
  const version = submissions.map(({ id, state }) => `${id} ${state}`).join();
  return {
    ok: true,
    data: decision({ version: `v ${version}`, submissions, order, preview: isOrder ? null : preview }),
  };
}
