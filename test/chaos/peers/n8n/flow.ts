// The workflow that n8n runs, as data; imported and published by n8n's own command line (docs.n8n.io/hosting/cli-commands).
//
// From n8n's documentation: the webhook answers as soon as the run is started; "Remove Duplicates" keeps what earlier executions had already
// (docs.n8n.io: core node Remove Duplicates, "Remove Items Processed in Previous Executions"); "Retry On Fail" with its longest wait on the look-up
// (docs.n8n.io/flow-logic/error-handling); the create is not retried blindly but goes by its error output through a Wait back to the look-up; a
// Wait of more than 65 seconds puts the run into the database, so that it outlives a restart (docs.n8n.io: core node Wait).

type Node = { name: string; type: string; typeVersion: number; parameters: Record<string, unknown> };
const order = "$('Webhook').first().json.body";
const request = (name: string, path: string, body: string, more: Record<string, unknown>): Node => ({
  name,
  type: 'n8n-nodes-base.httpRequest',
  typeVersion: 4.2,
  parameters: {
    method: 'POST',
    url: `={{ $env.ERP_URL }}/v1/orders/${path}`,
    sendHeaders: true,
    headerParameters: { parameters: [{ name: 'authorization', value: '=Bearer {{ $env.ERP_KEY }}' }] },
    sendBody: true,
    specifyBody: 'json',
    jsonBody: `={{ JSON.stringify(${body}) }}`,
    options: { timeout: 15_000 },
  },
  ...{ onError: 'continueErrorOutput', ...more },
});
const wait = (name: string, amount: number): Node => ({
  name,
  type: 'n8n-nodes-base.wait',
  typeVersion: 1.1,
  parameters: { resume: 'timeInterval', amount, unit: 'seconds' },
});
const nodes: readonly Node[] = [
  {
    name: 'Webhook',
    type: 'n8n-nodes-base.webhook',
    typeVersion: 2,
    parameters: { httpMethod: 'POST', path: 'quote-accepted', responseMode: 'onReceived', options: {} },
  },
  {
    name: 'Only once',
    type: 'n8n-nodes-base.removeDuplicates',
    typeVersion: 2,
    parameters: {
      operation: 'removeItemsSeenInPreviousExecutions',
      logic: 'removeItemsWithAlreadySeenKeyValues',
      dedupeValue: '={{ $json.body.reference }}',
      options: { scope: 'workflow', historySize: 10_000 },
    },
  },
  request('Look up', 'findByReference', `{ references: [${order}.reference] }`, {
    retryOnFail: true,
    maxTries: 5,
    waitBetweenTries: 5000,
  }),
  {
    name: 'Is it there?',
    type: 'n8n-nodes-base.if',
    typeVersion: 2.2,
    parameters: {
      conditions: {
        options: { caseSensitive: true, leftValue: '', typeValidation: 'loose', version: 2 },
        conditions: [
          {
            id: 'there',
            leftValue: '={{ $json.results[0].length }}',
            rightValue: 0,
            operator: { type: 'number', operation: 'gt' },
          },
        ],
        combinator: 'and',
      },
      options: {},
    },
  },
  request('Create', 'create', order, {}),
  wait('Moment', 5),
  wait('Outage', 70),
];
const to = (...names: string[]) => names.map((node) => ({ node, type: 'main', index: 0 }));

export const workflow = {
  id: 'quoteAccepted001',
  name: 'Quote accepted',
  active: false,
  nodes: nodes.map((node, index) => ({
    id: `node-${index}`,
    webhookId: `hook-${index}`,
    position: [index * 200, 0],
    ...node,
  })),
  connections: {
    Webhook: { main: [to('Only once')] },
    'Only once': { main: [to('Look up')] },
    'Look up': { main: [to('Is it there?'), to('Outage')] },
    'Is it there?': { main: [[], to('Create')] },
    Create: { main: [[], to('Moment')] },
    Moment: { main: [to('Look up')] },
    Outage: { main: [to('Look up')] },
  },
  settings: { executionOrder: 'v1', saveDataErrorExecution: 'all', saveExecutionProgress: true },
};
