// What the function nodes of the flows do. node-red/build.mjs and n8n/build.mjs put the body of each function into its node, so a body uses only what the
// node gives it: `msg`, `env`, and in Node-RED `flow`, `node`, and `crypto` where the node names it.

// ── Backroom bridge ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Outputs: the request is Backroom's, or it is answered at once. */
export function checkKey(msg, { env, crypto }) {
  const digest = (text) => crypto.createHash('sha256').update(String(text)).digest();
  const key = env.get('BRIDGE_KEY');
  const { group, name } = msg.req.params;
  msg.operation = name === undefined ? group : `${group}.${name}`;
  msg.input = msg.payload;
  msg.began = Date.now();
  if (!key || !crypto.timingSafeEqual(digest(msg.req.headers.authorization), digest(`Bearer ${key}`))) {
    msg.problem = { kind: 'unauthorised', words: 'The key is not valid.', field: null };
    return [null, msg];
  }
  return [msg, null];
}

/** What this ERP can do. Backroom asks for nothing that is not said here. */
export function describe(msg) {
  msg.payload = {
    erp: 'Example ERP behind Node-RED',
    flows: ['customers', 'orders', 'stock', 'pricing'],
    without: [
      'customers.addresses',
      'orders.simulate',
      'orders.confirm',
      'orders.read',
      'orders.change',
      'orders.cancel',
      'changes.since',
      'fields.list',
      'fields.read',
      'fields.write',
    ],
    versions: ['1'],
    // The ERP keeps no reference unique, so an order whose answer was lost is looked up.
    idempotency: 'lookup',
    // The look-up reads the ERP's own table. A search index, a replica or a batch connector trails: say here by how many milliseconds.
    settleMs: 0,
    // How long after a request the ERP may still commit it: its own time-out, not the one of this flow. Too short a time doubles orders.
    maxCommitMs: 60000,
    limits: { concurrency: 4, batch: 500, lines: 200, reference: 32 },
    auth: 'bearer',
  };
  msg.statusCode = 200;
  return msg;
}

/** The question to the ERP, for everything that only reads. */
export function askToRead(msg, { env }) {
  const { operation, input = {} } = msg;
  const questions = {
    health: () => ['company/read', {}],
    'customers.search': () => [
      'customers/search',
      {
        queries: input.queries.map(({ erpNumber, vatId, email, name }) => ({
          no: erpNumber,
          taxNo: vatId,
          mail: email,
          name,
        })),
      },
    ],
    'customers.get': () => ['customers/search', { ids: input.ids }],
    'customers.list': () => ['customers/search', { all: true }],
    'customers.findByReference': () => ['customers/search', { refs: input.references }],
    'products.resolve': () => ['products/search', { skus: input.codes }],
    'products.list': () => ['products/search', { all: true }],
    'stock.availability': () => ['stock/search', { ids: input.productIds }],
    'pricing.quote': () => [
      'prices/search',
      { custId: input.customerId, curr: input.currency, ids: input.lines.map(({ productId }) => productId) },
    ],
    'orders.findByReference': () => ['orders/search', { refs: input.references }],
    'orders.findByNumber': () => ['orders/search', { nos: input.numbers }],
    'orders.find': () => ['orders/search', { refs: input.references, nos: input.numbers }],
    'orders.status': () => ['orders/search', { ids: input.ids }],
    'orders.list': () => ['orders/search', { custId: input.customerId }],
  };
  const [path, question] = questions[operation]();
  msg.method = 'POST';
  msg.url = `${env.get('ERP_URL')}/${path}`;
  msg.headers = { 'content-type': 'application/json', authorization: `Bearer ${env.get('ERP_KEY')}` };
  msg.payload = question;
  msg.requestTimeout = 15000;
  return msg;
}

/** The ERP's answer in the words of the contract. A read that fails wrote nothing: it is `unreachable`, or what the ERP said. */
export function answerRead(msg) {
  const { operation, input = {}, payload: told, statusCode } = msg;
  const fail = (kind, words, field = null) => {
    msg.problem = { kind, words, field };
    return [null, msg];
  };
  if (statusCode === 401 || statusCode === 403) return fail('unauthorised', 'The ERP refuses the key of the flow.');
  if (statusCode === 404) return fail('not_found', told?.text ?? 'Not found.', told?.field ?? null);
  if (statusCode === 422) return fail('refused', told?.text ?? 'Refused.', told?.field ?? null);
  if (statusCode === 429) {
    // In seconds; a date is left out, and Backroom waits by itself.
    msg.retryAfter = Number(msg.headers?.['retry-after']) || undefined;
    return fail('busy', 'The ERP asks to slow down.');
  }
  if (statusCode !== 200 || told === null || typeof told !== 'object')
    return fail('unreachable', 'The ERP does not answer.');

  const day = (text) => (text ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}` : null);
  const money = (amount, currency) => ({ amount, currency });
  const customer = (c) => ({
    id: c.id,
    number: c.no,
    name: c.name,
    city: c.city,
    country: c.land,
    vatId: c.taxNo,
    currency: c.curr,
    paymentTerms: c.terms,
    blocked: c.stopped === 'Y',
  });
  const product = (p) => ({
    id: p.id,
    code: p.sku,
    name: p.title,
    unit: p.uom,
    stocked: p.stocked === 'Y',
    archived: p.sold === 'N',
    quantityDecimals: 3,
  });
  const statuses = {
    OPEN: 'confirmed',
    PART: 'partly_delivered',
    SHIPPED: 'delivered',
    BILLED: 'invoiced',
    VOID: 'cancelled',
  };
  const order = (o) => ({
    id: o.id,
    number: o.docNo,
    reference: o.extRef,
    customerId: o.custId,
    // A state that is not in the list is no state: the answer is then refused as drift, not shown as something else.
    status: statuses[o.state],
    orderedOn: day(o.date),
    promisedOn: day(o.wishDate),
    total: money(o.gross, o.curr),
    net: money(o.net, o.curr),
    lines: o.pos.map((l) => ({
      code: l.sku,
      name: l.title,
      quantity: l.qty,
      delivered: l.shipped,
      unitPrice: money(l.price, o.curr),
      net: money(l.net, o.curr),
    })),
    deliveries: [],
  });
  const found = ({ custNo, custName, ...o }) => {
    const { deliveries, ...rest } = order(o);
    return {
      ...rest,
      customer: { id: o.custId, number: custNo, name: custName },
      lines: rest.lines.map((line, at) => ({ ...line, productId: o.pos[at].prodId })),
    };
  };
  const byKey = (rows, key, keys, make) =>
    keys.map((each) => {
      const row = rows.find((one) => one[key] === each);
      return row ? make(row) : null;
    });
  // Newest first, as the contract wants lists; the oldest first where an order is looked up.
  const newest = (rows) => [...rows].reverse();
  const answers = {
    health: () => ({
      ok: true,
      version: told.version,
      company: told.name,
      timeZone: told.timeZone,
      currency: told.curr,
    }),
    'customers.search': () => ({ results: told.results.map((rows) => rows.slice(0, 25).map(customer)) }),
    'customers.get': () => ({ results: byKey(told.rows, 'id', input.ids, customer) }),
    'customers.list': () => ({ customers: told.rows.map(customer), cursor: null }),
    'customers.findByReference': () => ({ results: byKey(told.rows, 'extRef', input.references, customer) }),
    'products.resolve': () => ({ results: byKey(told.rows, 'sku', input.codes, product) }),
    'products.list': () => ({
      products: told.rows.filter(({ sold }) => sold === 'Y').map(product),
      cursor: null,
    }),
    'stock.availability': () => ({
      results: byKey(told.rows, 'id', input.productIds, (s) => ({
        productId: s.id,
        onHand: s.onHand,
        reserved: s.promised,
        available: s.free,
        incoming: [],
        warehouses: [],
      })),
    }),
    'pricing.quote': () => ({
      results: input.lines.map(({ productId, quantity }) => {
        const row = told.rows.find(({ id }) => id === productId);
        return row
          ? {
              productId,
              quantity,
              unitPrice: money(row.price, input.currency),
              listPrice: money(row.price, input.currency),
              discountPercent: null,
              source: 'Price list',
              taxPercent: row.taxPercent,
              breaks: [],
            }
          : null;
      }),
      paymentTerms: told.terms,
    }),
    'orders.findByReference': () => ({
      results: input.references.map((each) => told.rows.filter(({ extRef }) => extRef === each).map(order)),
    }),
    'orders.findByNumber': () => ({ results: byKey(told.rows, 'docNo', input.numbers, order) }),
    'orders.find': () => ({ orders: told.rows.map(found) }),
    'orders.status': () => ({ results: byKey(told.rows, 'id', input.ids, order) }),
    'orders.list': () => ({ results: newest(told.rows).map(order) }),
  };
  msg.payload = answers[operation]();
  msg.statusCode = 200;
  return [msg, null];
}

/** One writer for each reference: a second one that comes meanwhile is told to wait, and looks again. Outputs: go on, or answered at once. */
export function holdReference(msg, { flow }) {
  const { reference } = msg.input;
  const held = flow.get('held') ?? {};
  if (held[reference]) {
    msg.problem = { kind: 'busy', words: 'The same reference is being written.', field: null };
    msg.retryAfter = 2;
    return [null, msg];
  }
  held[reference] = true;
  flow.set('held', held);
  msg.holds = reference;
  return [msg, null];
}
/** The look-up before the write, at the ERP itself: a list of what this flow sent would not know an order whose entry was lost. */
export function askLookUp(msg, { env }) {
  msg.method = 'POST';
  msg.url = `${env.get('ERP_URL')}/${msg.operation === 'orders.create' ? 'orders' : 'customers'}/search`;
  msg.headers = { 'content-type': 'application/json', authorization: `Bearer ${env.get('ERP_KEY')}` };
  msg.payload = { refs: [msg.input.reference] };
  msg.requestTimeout = 15000;
  return msg;
}
/** Outputs: it is there and is the answer, it is not there, or nobody knows. Nothing was written yet, so nobody knowing is `unreachable`. */
export function lookedUp(msg) {
  const { payload: told, statusCode } = msg;
  if (statusCode === 401 || statusCode === 403) {
    msg.problem = { kind: 'unauthorised', words: 'The ERP refuses the key of the flow.', field: null };
    return [null, null, msg];
  }
  if (statusCode === 429) {
    msg.retryAfter = Number(msg.headers?.['retry-after']) || undefined;
    msg.problem = { kind: 'busy', words: 'The ERP asks to slow down.', field: null };
    return [null, null, msg];
  }
  if (statusCode !== 200 || !Array.isArray(told?.rows)) {
    msg.problem = { kind: 'unreachable', words: 'The ERP does not answer.', field: null };
    return [null, null, msg];
  }
  if (told.rows.length === 0) {
    if (Date.now() - msg.began < 30000) return [null, msg, null];
    // `describe.maxCommitMs` counts from the request: what a busy tool has held for so long is not written any more.
    msg.problem = { kind: 'unreachable', words: 'The flow took too long: nothing was written.', field: null };
    return [null, null, msg];
  }
  msg.payload = told.rows[0];
  return [msg, null, null];
}
/** The write. It leaves once: nothing in this flow sends it again. */
export function askCreate(msg, { env }) {
  const { operation, input } = msg;
  const plain = (text) => (text ? text.replaceAll('-', '') : null);
  msg.method = 'POST';
  msg.url = `${env.get('ERP_URL')}/${operation === 'orders.create' ? 'orders' : 'customers'}/create`;
  msg.headers = { 'content-type': 'application/json', authorization: `Bearer ${env.get('ERP_KEY')}` };
  msg.payload =
    operation === 'orders.create'
      ? {
          extRef: input.reference,
          custId: input.customerId,
          curr: input.currency,
          wishDate: plain(input.requestedDate),
          note: input.note,
          pos: input.lines.map(({ productId, quantity, unitPrice, description }) => ({
            prodId: productId,
            qty: quantity,
            price: unitPrice.amount,
            curr: unitPrice.currency,
            title: description,
          })),
        }
      : {
          extRef: input.reference,
          name: input.name,
          city: input.city,
          land: input.country,
          taxNo: input.vatId,
          mail: input.email,
          curr: input.currency,
        };
  msg.requestTimeout = 15000;
  return msg;
}
/** Outputs: made, or not known or refused. Only an answer that the ERP certainly gives before it writes is a refusal; all else is `uncertain`. */
export function created(msg) {
  const { payload: told, statusCode } = msg;
  if (statusCode === 201 && told !== null && typeof told === 'object' && told.id) return [msg, null];
  if (statusCode === 422 && told?.text) {
    const names = { custId: 'customerId', curr: 'currency', prodId: 'productId', qty: 'quantity', price: 'unitPrice' };
    const field = String(told.field ?? '')
      .replace(/^pos\./, 'lines.')
      .replace(/\w+$/, (name) => names[name] ?? name);
    msg.problem = { kind: 'refused', words: told.text, field: field || null };
  } else if (statusCode === 'ECONNREFUSED' || statusCode === 'ENOTFOUND')
    msg.problem = { kind: 'unreachable', words: 'The ERP does not answer.', field: null };
  else
    msg.problem = { kind: 'uncertain', words: 'The answer of the ERP is lost: the order may be there.', field: null };
  return [null, msg];
}
/** What was made, or found, as the contract shows it: by the same mapping as a look-up. */
export function answerWritten(msg) {
  const row = msg.payload;
  msg.written = msg.operation;
  msg.operation = msg.written === 'orders.create' ? 'orders.status' : 'customers.get';
  msg.input = { ids: [row.id] };
  msg.payload = { rows: [row] };
  msg.statusCode = 200;
  return msg;
}
export function onlyOne(msg, { flow }) {
  const held = flow.get('held') ?? {};
  delete held[msg.holds];
  flow.set('held', held);
  if (msg.written && !msg.problem) msg.payload = msg.payload.results[0];
  return msg;
}

/** A problem as the contract has it. */
export function answerProblem(msg) {
  const statuses = {
    unreachable: 503,
    busy: 429,
    refused: 422,
    not_found: 404,
    unauthorised: 401,
    conflict: 409,
    uncertain: 504,
    unsupported: 501,
    drift: 502,
  };
  const { kind, words, field } = msg.problem;
  msg.statusCode = statuses[kind];
  msg.headers = {
    'content-type': 'application/problem+json',
    ...(msg.retryAfter ? { 'retry-after': String(msg.retryAfter) } : {}),
  };
  msg.payload = { type: 'about:blank', title: words, status: statuses[kind], kind, words, field };
  return msg;
}
export function unsupported(msg) {
  msg.problem = { kind: 'unsupported', words: msg.operation, field: null };
  return msg;
}
/** A fault in a function of this flow. After a write has left, nobody knows; before, nothing was written. */
export function faulty(msg) {
  const writes = msg.holds !== undefined;
  msg.problem = {
    kind: writes ? 'uncertain' : 'drift',
    words: String(msg.error?.message ?? 'A fault in the flow.'),
    field: null,
  };
  return msg;
}
/** JSON, whatever the ERP's headers were. */
export function answerJson(msg) {
  msg.headers = { 'content-type': 'application/json' };
  return msg;
}

// ── Example ERP ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** What was in the file when Node-RED ended; without a file a handful of customers and products. */
export function loadErp(_msg, { flow, node }) {
  const first = () => ({
    last: 0,
    customers: [
      ['K1', '10001', 'Nordwind Maschinenbau GmbH', 'Hamburg', 'DE', 'DE811000000', 'orders@nordwind.example', 'N'],
      ['K2', '10002', 'Alster Pumpen KG', 'Hamburg', 'DE', 'DE811047514', 'einkauf@alster.example', 'N'],
      ['K3', '10003', 'Müller Metallbau GmbH', 'Köln', 'DE', 'DE811000333', 'info@mueller.example', 'N'],
      ['K4', '10004', 'Müller Metallbau AG', 'Köln', 'DE', null, 'kontakt@mueller-ag.example', 'N'],
      ['K5', '10005', 'Kessler Anlagenbau AG', 'Kiel', 'DE', null, 'post@kessler.example', 'Y'],
    ].map(([id, no, name, city, land, taxNo, mail, stopped]) => ({
      ...{ id, no, name, city, land, taxNo, mail, stopped },
      ...{ curr: 'EUR', terms: '30 days net', extRef: null },
    })),
    products: [
      ['P1', 'PMP-003', 'Circulation pump', 'pc', 'Y', 'Y', '504.50', '40'],
      ['P2', 'VLV-010', 'Ball valve', 'pc', 'Y', 'Y', '36.50', '900'],
      ['P3', 'HSE-011', 'Pressure hose', 'm', 'Y', 'Y', '37.1050', '1200.5'],
      ['P4', 'SVC-001', 'Commissioning', 'h', 'N', 'Y', '98.00', null],
      ['P5', 'SEA-029', 'Seal kit', 'pc', 'Y', 'N', '12.00', '3'],
    ].map(([id, sku, title, uom, stocked, sold, price, onHand]) => ({
      id,
      sku,
      title,
      uom,
      stocked,
      sold,
      price,
      onHand,
    })),
    orders: [],
  });
  flow.get('erp', 'file', (error, kept) => {
    if (error) node.error(error);
    flow.set('erp', kept ?? first());
    node.done();
  });
}

/** A small ERP: reads from memory, and answers a write when it is in the file. Replace this tab by the nodes of your ERP. */
export function exampleErp(msg, { env, flow, node }) {
  const answer = (statusCode, payload) => {
    msg.statusCode = statusCode;
    msg.headers = { 'content-type': 'application/json' };
    msg.payload = payload;
    node.send(msg);
    node.done();
  };
  const erp = flow.get('erp');
  if (!erp) return answer(503, { text: 'Starting.' });
  if (msg.req.headers.authorization !== `Bearer ${env.get('ERP_KEY')}`) return answer(401, { text: 'Unknown key.' });
  const { resource, action } = msg.req.params;
  const asked = msg.payload ?? {};

  // Exact decimals: amounts are whole numbers of the twelfth place.
  const PLACES = 12;
  const scaled = (text) => {
    const [, sign, whole, rest = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(text)) ?? [];
    return whole === undefined ? null : BigInt(`${sign}${whole}${rest.padEnd(PLACES, '0').slice(0, PLACES)}`);
  };
  const ONE = 10n ** BigInt(PLACES);
  const cents = (amount) => {
    const unit = 10n ** BigInt(PLACES - 2);
    const rounded = (amount + (amount < 0n ? -unit : unit) / 2n) / unit;
    const text = String(rounded < 0n ? -rounded : rounded).padStart(3, '0');
    return `${rounded < 0n ? '-' : ''}${text.slice(0, -2)}.${text.slice(-2)}`;
  };
  const plainText = (amount) => {
    const text = String(amount).padStart(PLACES + 1, '0');
    return `${text.slice(0, -PLACES)}.${text.slice(-PLACES)}`.replace(/\.?0+$/, '');
  };
  const TAX = 19n;
  const has = (list, value) => Array.isArray(list) && list.includes(value);
  const vat = (text) =>
    String(text ?? '')
      .replace(/[^A-Za-z0-9]/g, '')
      .toUpperCase();
  const refuse = (text, field) => answer(422, { text, field });
  const save = (made) =>
    flow.set('erp', erp, 'file', (error) => (error ? answer(500, { text: String(error) }) : answer(201, made)));

  const handlers = {
    'company/read': () =>
      answer(200, { name: 'Example Trading GmbH', version: '1', curr: 'EUR', timeZone: 'Europe/Berlin' }),
    'customers/search': () => {
      if (asked.queries) {
        const results = asked.queries.map(({ no, taxNo, mail, name }) =>
          erp.customers.filter(
            (c) =>
              (no && c.no === no) ||
              (taxNo && c.taxNo && vat(c.taxNo) === vat(taxNo)) ||
              (mail && c.mail && c.mail.toLowerCase() === mail.toLowerCase()) ||
              (name && c.name.toLowerCase().includes(name.toLowerCase())),
          ),
        );
        return answer(200, { results });
      }
      const { all, ids, refs } = asked;
      const rows = erp.customers.filter((c) => all || has(ids, c.id) || (c.extRef && has(refs, c.extRef)));
      return answer(200, { rows });
    },
    'customers/create': () => {
      const { name, city = null, land = null, taxNo = null, mail = null, curr, extRef = null } = asked;
      if (!name) return refuse('A customer has a name.', 'name');
      erp.last += 1;
      const made = {
        ...{ id: `K${100 + erp.last}`, no: String(20000 + erp.last), name, city, land, taxNo, mail, extRef },
        ...{ curr: curr ?? 'EUR', terms: '30 days net', stopped: 'N' },
      };
      erp.customers.push(made);
      return save(made);
    },
    'products/search': () => {
      const { all, skus, ids } = asked;
      const rows = erp.products.filter((p) => all || has(skus, p.sku) || has(ids, p.id));
      return answer(200, { rows });
    },
    'stock/search': () => {
      const promised = (id) =>
        erp.orders
          .filter(({ state }) => state === 'OPEN')
          .flatMap(({ pos }) => pos)
          .filter(({ prodId }) => prodId === id)
          .reduce((sum, { qty }) => sum + scaled(qty), 0n);
      const rows = erp.products
        .filter((p) => has(asked.ids, p.id) && p.stocked === 'Y')
        .map(({ id, onHand }) => {
          const free = scaled(onHand) - promised(id);
          return {
            id,
            onHand,
            promised: plainText(promised(id)) || '0',
            free: free < 0n ? `-${plainText(-free)}` : plainText(free),
          };
        });
      return answer(200, { rows });
    },
    'prices/search': () => {
      const customer = erp.customers.find(({ id }) => id === asked.custId);
      if (!customer) return answer(404, { text: 'There is no such customer.', field: 'customerId' });
      if (asked.curr !== customer.curr) return refuse(`Prices are in ${customer.curr}.`, 'currency');
      const rows = erp.products
        .filter((p) => has(asked.ids, p.id))
        .map(({ id, price }) => ({ id, price, taxPercent: String(TAX) }));
      return answer(200, { rows, terms: customer.terms });
    },
    'orders/search': () => {
      const { ids, refs, nos, custId } = asked;
      if (custId && !erp.customers.some(({ id }) => id === custId))
        return answer(404, { text: 'There is no such customer.', field: 'customerId' });
      const rows = erp.orders
        .filter((o) => has(ids, o.id) || has(refs, o.extRef) || has(nos, o.docNo) || (custId && o.custId === custId))
        .map((o) => {
          const { no: custNo, name: custName } = erp.customers.find(({ id }) => id === o.custId);
          return { ...o, custNo, custName };
        });
      return answer(200, { rows });
    },
    'orders/create': () => {
      const customer = erp.customers.find(({ id }) => id === asked.custId);
      if (!customer) return refuse('There is no such customer.', 'custId');
      if (customer.stopped === 'Y') return refuse(`${customer.name} is blocked for orders.`, 'custId');
      if (asked.curr !== customer.curr) return refuse(`Orders of this customer are in ${customer.curr}.`, 'curr');
      const pos = [];
      for (const [at, line] of (asked.pos ?? []).entries()) {
        const product = erp.products.find(({ id }) => id === line.prodId);
        if (!product) return refuse('There is no such product.', `pos.${at}.prodId`);
        const [qty, price] = [scaled(line.qty), scaled(line.price)];
        if (qty === null || qty <= 0n) return refuse('A quantity is above zero.', `pos.${at}.qty`);
        if (price === null || price < 0n) return refuse('A price is not below zero.', `pos.${at}.price`);
        pos.push({
          ...{ prodId: product.id, sku: product.sku, title: line.title ?? product.title },
          ...{ qty: line.qty, shipped: '0', price: line.price, net: cents((qty * price) / ONE) },
        });
      }
      if (pos.length === 0) return refuse('An order has a line.', 'pos');
      erp.last += 1;
      const net = pos.reduce((sum, line) => sum + scaled(line.net), 0n);
      // The company's day, not the server's.
      const date = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin', dateStyle: 'short' }).format(
        new Date(),
      );
      const made = {
        ...{ id: String(erp.last), docNo: `A-${10000 + erp.last}`, extRef: asked.extRef, custId: customer.id },
        ...{ curr: asked.curr, state: 'OPEN', date: date.replaceAll('-', ''), wishDate: asked.wishDate ?? null },
        ...{ note: asked.note ?? null, net: cents(net), gross: cents(net + (net * TAX) / 100n), pos },
      };
      erp.orders.push(made);
      return save(made);
    },
  };
  const handler = handlers[`${resource}/${action}`];
  return handler ? handler() : answer(404, { text: 'There is no such service.', field: null });
}
