// `node extension/bridges/n8n/build.mjs`: writes flow.json from ../functions.mjs. `--check` fails where the file is not up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bodyOf } from '../body.mjs';

const FILE = join(import.meta.dirname, 'flow.json');
const nodes = [];
const connections = {};

function add(name, type, typeVersion, at, parameters, more = {}) {
  const [column, row] = at;
  nodes.push({
    ...{ id: `node-${nodes.length}`, name, type: `n8n-nodes-base.${type}`, typeVersion },
    ...{ position: [220 * column, 160 * row], parameters, ...more },
  });
}
/** `outputs`: for each output of the node, where it leads. */
function wire(from, ...outputs) {
  connections[from] = { main: outputs.map((to) => (to === null ? [] : [{ node: to, type: 'main', index: 0 }])) };
}
/** What a step works on: the message of the step before it, a request of Backroom, or the ERP's answer to what another step asked. */
const message = 'const msg = { ...$json.msg };';
const request = 'const { params, headers, body } = $json;\nconst msg = { req: { params, headers }, payload: body };';
const answerTo = (step) => `const parsed = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
const { data, headers = {}, error } = $json;
const statusCode = error === undefined ? $json.statusCode : (error.code ?? error.cause?.code);
const msg = { ...$(${JSON.stringify(step)}).item.json.msg, payload: parsed(data), statusCode, headers };`;
/** A step of ../functions.mjs. */
function step(name, at, body, from = message) {
  const code = `const env = { get: (name) => $env[name] };
const step = (msg) => {
${body.replace(/^(?=.)/gm, '  ')}
};
${from}
const out = step(msg);
const output = Array.isArray(out) ? out.findIndex((each) => each !== null) : 0;
return { json: { msg: Array.isArray(out) ? out[output] : out, output } };`;
  add(name, 'code', 2, at, { mode: 'runOnceForEachItem', jsCode: code });
}
/** Leads on by the output that the step chose: one expression, since each one costs n8n more than all else. */
function choose(name, at, outputs) {
  const output = '={{ $json.output }}';
  add(name, 'switch', 3.2, at, { mode: 'expression', numberOutputs: outputs.length, output });
  wire(name, ...outputs);
}
/**
 * No retry and no redirect, which would send the write again: `retryOnFail` is off, and what fails goes on as an answer. Read as text, since an answer
 * that is not JSON would come without its status.
 */
const ask = (name, at) =>
  add(
    name,
    'httpRequest',
    4.2,
    at,
    {
      ...{ method: 'POST', url: '={{ $json.msg.url }}', sendHeaders: true, specifyHeaders: 'json' },
      ...{ jsonHeaders: '={{ JSON.stringify($json.msg.headers) }}', sendBody: true, specifyBody: 'json' },
      jsonBody: '={{ JSON.stringify($json.msg.payload) }}',
      options: {
        timeout: 15000,
        redirect: { redirect: { followRedirects: false } },
        response: { response: { fullResponse: true, neverError: true, responseFormat: 'text' } },
      },
    },
    { retryOnFail: false, onError: 'continueRegularOutput' },
  );
const hook = (name, at, path, webhookId) =>
  add(name, 'webhook', 2, at, { httpMethod: 'POST', path, responseMode: 'responseNode', options: {} }, { webhookId });

hook('Operation', [0, 0], 'v1/:group/:name', 'backroom-bridge');
hook('Operation in one word', [0, 1], 'v1/:group', 'backroom-bridge');
step(
  'Which operation?',
  [2, 0],
  `const { group, name } = msg.req.params;
msg.operation = name === undefined ? group : \`\${group}.\${name}\`;
msg.input = msg.payload;
msg.began = Date.now();
if (!env.get('BRIDGE_KEY') || msg.req.headers.authorization !== \`Bearer \${env.get('BRIDGE_KEY')}\`) {
  msg.problem = { kind: 'unauthorised', words: 'The key is not valid.', field: null };
  return [null, null, null, msg];
}
if (msg.operation === 'describe') return [msg, null, null, null];
if (/^(orders|customers)\\.create$/.test(msg.operation)) return [null, null, msg, null];
if (/^(health|customers\\.(search|get|list|findByReference)|products\\.(resolve|list)|stock\\.availability|pricing\\.quote|orders\\.(findByReference|findByNumber|find|status|list))$/.test(msg.operation))
  return [null, msg, null, null];
msg.problem = { kind: 'unsupported', words: msg.operation, field: null };
return [null, null, null, msg];`,
  request,
);
choose(
  'By operation',
  [3, 0],
  ['What this ERP can do', 'Question to the ERP', 'Is the reference there?', 'As a problem'],
);
step('What this ERP can do', [4, 0], bodyOf('describe').replace('Node-RED', 'n8n'));
step('Question to the ERP', [4, 1], bodyOf('askToRead'));
ask('Read in the ERP', [5, 1]);
step('In the words of the contract', [6, 1], bodyOf('answerRead'), answerTo('Question to the ERP'));
choose('Read or not', [7, 1], ['Answer', 'As a problem']);
step('Is the reference there?', [4, 2], bodyOf('askLookUp'));
ask('Look up in the ERP', [5, 2]);
step('There, not there, not known', [6, 2], bodyOf('lookedUp'), answerTo('Is the reference there?'));
choose('There or not', [7, 2], ['What was made or found', 'The write', 'As a problem']);
step('The write', [8, 2], bodyOf('askCreate'));
ask('Create in the ERP, once', [9, 2]);
step('Made, refused, or uncertain', [10, 2], bodyOf('created'), answerTo('The write'));
choose('Made or not', [11, 2], ['What was made or found', 'As a problem']);
step('What was made or found', [12, 2], bodyOf('answerWritten'));
step('The write in the words of the contract', [13, 2], bodyOf('answerRead'));
choose('Shown or not', [14, 2], ['Only one', 'As a problem']);
step('Only one', [15, 2], 'msg.payload = msg.payload.results[0];\nreturn msg;');
step(
  'As a problem',
  [15, 4],
  bodyOf('answerProblem').replace(/return msg;$/, 'return msg.retryAfter ? [null, msg] : [msg, null];'),
);
choose('When to come back?', [16, 4], ['Answer with the problem', 'Answer: come back later']);
const respond = (name, at, type, more = []) =>
  add(name, 'respondToWebhook', 1.1, at, {
    ...{ respondWith: 'json', responseBody: '={{ JSON.stringify($json.msg.payload) }}' },
    options: {
      responseCode: '={{ $json.msg.statusCode }}',
      responseHeaders: { entries: [{ name: 'content-type', value: type }, ...more] },
    },
  });
respond('Answer', [16, 1], 'application/json');
respond('Answer with the problem', [17, 4], 'application/problem+json');
respond('Answer: come back later', [17, 5], 'application/problem+json', [
  { name: 'retry-after', value: "={{ $json.msg.headers['retry-after'] }}" },
]);

wire('Operation', 'Which operation?');
wire('Operation in one word', 'Which operation?');
wire('Which operation?', 'By operation');
wire('What this ERP can do', 'Answer');
wire('Question to the ERP', 'Read in the ERP');
wire('Read in the ERP', 'In the words of the contract');
wire('In the words of the contract', 'Read or not');
wire('Is the reference there?', 'Look up in the ERP');
wire('Look up in the ERP', 'There, not there, not known');
wire('There, not there, not known', 'There or not');
wire('The write', 'Create in the ERP, once');
wire('Create in the ERP, once', 'Made, refused, or uncertain');
wire('Made, refused, or uncertain', 'Made or not');
wire('What was made or found', 'The write in the words of the contract');
wire('The write in the words of the contract', 'Shown or not');
wire('Only one', 'Answer');
wire('As a problem', 'When to come back?');

const flow = {
  ...{ id: 'backroomBridge01', name: 'Backroom bridge', active: false, nodes, connections },
  // What went wrong is kept for a person to see, and nothing runs it again. All else would fill n8n's database: a page asks half a dozen times.
  settings: {
    ...{ executionOrder: 'v1', saveDataErrorExecution: 'all', saveDataSuccessExecution: 'none' },
    saveManualExecutions: true,
  },
};
const text = `${JSON.stringify(flow, null, 2)}\n`;
if (!process.argv.includes('--check')) writeFileSync(FILE, text);
else if (readFileSync(FILE, 'utf8') !== text) {
  console.error('extension/bridges/n8n/flow.json is not up to date: node extension/bridges/n8n/build.mjs');
  process.exitCode = 1;
}
