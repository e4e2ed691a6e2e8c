// `node extension/bridges/node-red/build.mjs`: writes flow.json from ../functions.mjs. `--check` fails where the file is not up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bodyOf } from '../body.mjs';

const FILE = join(import.meta.dirname, 'flow.json');
const [BRIDGE, ERP] = ['tab-bridge', 'tab-erp'];

const place = (z, [column, row]) => ({ z, x: 140 + 200 * column, y: 60 + 60 * row });
const fn = (z, at, id, name, label, wires, libs = []) => ({
  ...{ id, type: 'function', ...place(z, at), name: label, func: bodyOf(name), outputs: wires.length, timeout: 0 },
  ...{ noerr: 0, initialize: '', finalize: '', libs, wires },
});
/** No retry, no redirect of its own: `senderr` off hands every answer to the next node, faults of the line too. */
const request = (at, id, label, next) => ({
  ...{
    id,
    type: 'http request',
    ...place(BRIDGE, at),
    name: label,
    method: 'use',
    ret: 'obj',
    paytoqs: 'ignore',
    url: '',
  },
  ...{ tls: '', persist: false, proxy: '', insecureHTTPParser: false, authType: '', senderr: false, headers: [] },
  wires: [[next]],
});
const door = (z, at, id, url, next) => ({
  ...{ id, type: 'http in', ...place(z, at), name: '', url, method: 'post', upload: false, swaggerDoc: '' },
  wires: [[next]],
});
const answer = (z, at, id) => ({
  ...{ id, type: 'http response', ...place(z, at), name: '', statusCode: '', headers: {}, wires: [] },
});
const reads =
  '^(health|customers\\.(search|get|list|findByReference)|products\\.(resolve|list)|stock\\.availability|pricing\\.quote|orders\\.(findByReference|findByNumber|find|status|list))$';

const bridge = [
  door(BRIDGE, [0, 0], 'in', '/v1/:group/:name', 'key'),
  door(BRIDGE, [0, 1], 'in-short', '/v1/:group', 'key'),
  fn(
    BRIDGE,
    [1, 0],
    'key',
    'checkKey',
    'Check the key',
    [['operation'], ['problem']],
    [{ var: 'crypto', module: 'crypto' }],
  ),
  {
    ...{ id: 'operation', type: 'switch', ...place(BRIDGE, [2, 0]), name: 'Which operation?', property: 'operation' },
    ...{ propertyType: 'msg', checkall: 'false', repair: false, outputs: 4 },
    rules: [
      { t: 'eq', v: 'describe', vt: 'str' },
      { t: 'regex', v: reads, vt: 'str', case: false },
      { t: 'regex', v: '^(orders|customers)\\.create$', vt: 'str', case: false },
      { t: 'else' },
    ],
    wires: [['describe'], ['ask-read'], ['hold'], ['unsupported']],
  },
  fn(BRIDGE, [3, 0], 'describe', 'describe', 'What this ERP can do', [['json']]),
  fn(BRIDGE, [3, 1], 'ask-read', 'askToRead', 'Question to the ERP', [['read']]),
  request([4, 1], 'read', 'Read in the ERP', 'answer-read'),
  fn(BRIDGE, [5, 1], 'answer-read', 'answerRead', 'In the words of the contract', [['json'], ['problem']]),
  fn(BRIDGE, [3, 3], 'hold', 'holdReference', 'One writer for each reference', [['ask-look-up'], ['problem']]),
  fn(BRIDGE, [3, 4], 'ask-look-up', 'askLookUp', 'Is the reference there?', [['look-up']]),
  request([4, 4], 'look-up', 'Look up in the ERP', 'looked-up'),
  fn(BRIDGE, [5, 4], 'looked-up', 'lookedUp', 'There, not there, not known', [
    ['written'],
    ['ask-create'],
    ['release'],
  ]),
  fn(BRIDGE, [3, 5], 'ask-create', 'askCreate', 'The write', [['create']]),
  request([4, 5], 'create', 'Create in the ERP, once', 'created'),
  fn(BRIDGE, [5, 5], 'created', 'created', 'Made, refused, or uncertain', [['written'], ['release']]),
  fn(BRIDGE, [3, 6], 'written', 'answerWritten', 'What was made or found', [['answer-written']]),
  fn(BRIDGE, [4, 6], 'answer-written', 'answerRead', 'In the words of the contract', [['release-made'], ['release']]),
  fn(BRIDGE, [5, 6], 'release-made', 'onlyOne', 'Next writer of the reference', [['json']]),
  fn(BRIDGE, [5, 7], 'release', 'onlyOne', 'Next writer of the reference', [['problem']]),
  fn(BRIDGE, [3, 8], 'unsupported', 'unsupported', 'Not offered', [['problem']]),
  fn(BRIDGE, [6, 1], 'json', 'answerJson', 'As JSON', [['out']]),
  fn(BRIDGE, [6, 7], 'problem', 'answerProblem', 'As a problem', [['out']]),
  answer(BRIDGE, [7, 1], 'out'),
];
// Faults of the line are answers here and go on to the next node; only what a function throws is caught.
const thrown = bridge.filter(({ type }) => type === 'function').map(({ id }) => id);
const flow = [
  {
    id: BRIDGE,
    type: 'tab',
    label: 'Backroom bridge',
    disabled: false,
    info: 'The bridge contract. See docs/bridge-flows.md of Backroom.',
    env: [],
  },
  {
    id: ERP,
    type: 'tab',
    label: 'Example ERP',
    disabled: false,
    info: 'Replace this tab by your ERP: ERP_URL and ERP_KEY of the environment.',
    env: [],
  },
  ...bridge,
  {
    ...{ id: 'caught', type: 'catch', ...place(BRIDGE, [3, 9]), name: 'A fault of the flow', uncaught: false },
    ...{ scope: thrown.filter((id) => !['problem', 'json'].includes(id)), wires: [['faulty']] },
  },
  fn(BRIDGE, [4, 9], 'faulty', 'faulty', 'Before or after the write?', [['release']]),
  {
    ...{ id: 'started', type: 'inject', ...place(ERP, [0, 0]), name: 'At the start', props: [{ p: 'payload' }] },
    ...{ repeat: '', crontab: '', once: true, onceDelay: 0.1, topic: '', payload: '', payloadType: 'date' },
    wires: [['load']],
  },
  fn(ERP, [1, 0], 'load', 'loadErp', 'What the file has', [[]]),
  door(ERP, [0, 1], 'erp-in', '/erp/:resource/:action', 'erp'),
  fn(ERP, [1, 1], 'erp', 'exampleErp', 'A small ERP', [['erp-out']]),
  answer(ERP, [2, 1], 'erp-out'),
];
const text = `${JSON.stringify(flow, null, 2)}\n`;

if (!process.argv.includes('--check')) writeFileSync(FILE, text);
else if (readFileSync(FILE, 'utf8') !== text) {
  console.error('extension/bridges/node-red/flow.json is not up to date: node extension/bridges/node-red/build.mjs');
  process.exitCode = 1;
}
