// The flows that Node-RED runs, as data; `npm run chaos -- --peers` writes it to the file that Node-RED reads.
//
// `carefulFlow` uses what Node-RED's own documentation has for this: context that is kept in files (docs/user-guide/context), a retry as a loop through a
// delay (docs/user-guide/handling-errors: an error is caught, waited out and the message sent round again), an inject node that fires once at
// start (cookbook: trigger a flow when Node-RED starts) to go on with what was open, and functions with callbacks for asynchronous stores
// (docs/user-guide/writing-functions). An event is answered only when its order is in the file; an order that is open is not started again.

const onAccepted = `
const order = msg.payload, key = 'orders.' + order.reference.replace('-', '_');
const open = flow.get('open') || {};
const isNew = !open[order.reference];
open[order.reference] = true;
flow.set('open', open);
flow.set(key, order, 'file', (error) => {
  msg.statusCode = error ? 500 : 202;
  msg.payload = error ? { error: String(error) } : { reference: order.reference };
  node.send([msg, isNew ? { order } : null]);
  node.done();
});`;
/** Everything that the file still holds was open when Node-RED ended. */
const onStart = `
flow.get('orders', 'file', (error, orders) => {
  const open = flow.get('open') || {};
  for (const order of Object.values(orders || {})) {
    if (!order || open[order.reference]) continue;
    open[order.reference] = true;
    node.send({ order });
  }
  flow.set('open', open);
  node.done();
});`;
const headers = `msg.headers = { 'content-type': 'application/json', authorization: 'Bearer ' + env.get('ERP_KEY') };`;
const askLookUp = `${headers}
msg.url = env.get('ERP_URL') + '/v1/orders/findByReference';
msg.payload = { references: [msg.order.reference] };
return msg;`;
/** Outputs: it is there, it is not there, it is not known. */
const onLookUp = `
const results = msg.statusCode === 200 && msg.payload && msg.payload.results;
if (!Array.isArray(results)) return [null, null, msg];
return results[0] && results[0].length > 0 ? [msg, null, null] : [null, msg, null];`;
const askCreate = `${headers}
msg.url = env.get('ERP_URL') + '/v1/orders/create';
msg.payload = msg.order;
return msg;`;
/** Whatever is not an order in the answer goes round by way of the look-up. */
const onCreate = `return msg.statusCode === 200 && msg.payload && msg.payload.number ? [msg, null] : [null, msg];`;
const onDone = `
const { reference } = msg.order;
flow.set('orders.' + reference.replace('-', '_'), undefined, 'file', () => {
  const open = flow.get('open') || {};
  delete open[reference];
  flow.set('open', open);
  node.done();
});`;

type Wires = readonly (readonly string[])[];
const common = { z: 'tab', x: 0, y: 0 };
const fn = (id: string, func: string, wires: Wires) => ({
  ...common,
  ...{
    id,
    type: 'function',
    name: id,
    func,
    outputs: wires.length,
    timeout: 0,
    noerr: 0,
    initialize: '',
    finalize: '',
  },
  ...{ libs: [], wires },
});
const request = (id: string, next: string) => ({
  ...common,
  ...{
    id,
    type: 'http request',
    name: id,
    method: 'POST',
    ret: 'obj',
    paytoqs: 'ignore',
    url: '',
    tls: '',
    persist: true,
  },
  ...{ proxy: '', insecureHTTPParser: false, authType: '', senderr: false, headers: [], wires: [[next]] },
});

const door = (id: string, method: string, url: string, next: string) => ({
  ...common,
  ...{ id, type: 'http in', name: '', url, method, upload: false, wires: [[next]] },
});
const answers = [
  { ...common, id: 'answer', type: 'http response', name: '', statusCode: '', headers: {}, wires: [] },
  door('ready', 'get', '/ready', 'answer'),
];
const wait = (id: string, seconds: string, next: string) => ({
  ...common,
  ...{ id, type: 'delay', name: '', pauseType: 'delay', timeout: seconds, timeoutUnits: 'seconds', rate: '1' },
  ...{ nbRateUnits: '1', rateUnits: 'second', randomFirst: '1', randomLast: '5', randomUnits: 'seconds', drop: false },
  ...{ allowrate: false, outputs: 1, wires: [[next]] },
});

export const carefulFlow = [
  { id: 'tab', type: 'tab', label: 'Quote accepted', disabled: false, info: '' },
  door('event', 'post', '/quote-accepted', 'keep'),
  fn('keep', onAccepted, [['answer'], ['ask look-up']]),
  ...answers,
  {
    ...common,
    ...{ id: 'started', type: 'inject', name: '', props: [{ p: 'payload' }], repeat: '', crontab: '', once: true },
    ...{ onceDelay: 0.5, topic: '', payload: '', payloadType: 'date', wires: [['go on']] },
  },
  fn('go on', onStart, [['ask look-up']]),
  fn('ask look-up', askLookUp, [['look up']]),
  request('look up', 'looked up'),
  fn('looked up', onLookUp, [['done'], ['ask create'], ['wait']]),
  fn('ask create', askCreate, [['create']]),
  request('create', 'created'),
  fn('created', onCreate, [['done'], ['wait']]),
  wait('wait', '5', 'ask look-up'),
  fn('done', onDone, []),
];

/** What a first evening gives: answered at once, looked up, created, three tries a second apart. Nothing of it is kept anywhere. */
const onEvent = `
node.send([{ ...msg, statusCode: 200, payload: {} }, { order: msg.payload, tries: 0 }]);`;
const again = `
msg.tries += 1;
return msg.tries < 3 ? msg : null;`;
export const plainFlow = [
  { id: 'tab', type: 'tab', label: 'Quote accepted', disabled: false, info: '' },
  door('event', 'post', '/quote-accepted', 'take'),
  fn('take', onEvent, [['answer'], ['ask look-up']]),
  ...answers,
  fn('ask look-up', askLookUp, [['look up']]),
  request('look up', 'looked up'),
  fn('looked up', onLookUp, [[], ['ask create'], ['again']]),
  fn('ask create', askCreate, [['create']]),
  request('create', 'created'),
  fn('created', onCreate, [[], ['again to create']]),
  fn('again', again, [['wait']]),
  wait('wait', '1', 'ask look-up'),
  fn('again to create', again, [['wait to create']]),
  wait('wait to create', '1', 'ask create'),
];
