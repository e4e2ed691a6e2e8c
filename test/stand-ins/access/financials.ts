import { createServer } from 'node:http';
import { bodyOf, closing, listening } from '../servers.ts';
import { checkFields, queryOf, type Shape, selected } from './query.ts';

export const SUBSCRIPTION = 'subscription-key';
export const TOKEN = 'instance-token';
const PAGE = 2;
const customers = [
  ['NORD01', 'Nordwerk Engineering Ltd', false, 'Leeds', 'buying@nordwerk.example'],
  ['KESS01', 'Kessler Plant Ltd', false, 'York', null],
  ['HARB01', 'Harbour Stores Ltd', true, 'Hull', null],
  ['TWIN01', 'Twin Tools Ltd', false, 'Hull', null],
  ['TWIN02', 'Twin Tools Ltd', false, 'Leeds', null],
] as const;
const rows = customers.map(([code, name, onStop, town, email], index) => ({
  customerDetails: { primaryKey: index + 1, code, name, onStop, addressDetails: { town, email, country: null } },
  summaryData: { balance: 0, currencyBalance: 0 },
}));
const leaves = (...names: string[]): Shape['fields'] => Object.fromEntries(names.map((name) => [name, {}]));
const inside = (name: string, fields: Shape['fields']): Shape => ({ fields: { [name]: { fields } } });
/** The part of the schema that Access's pages for developers show. */
const records: Shape = {
  args: ['filter', 'sort', 'after'],
  fields: {
    items: {
      fields: {
        customerDetails: {
          fields: {
            ...leaves('primaryKey', 'uniqueId', 'code', 'name', 'onStop', 'notes'),
            addressDetails: { fields: leaves('town', 'county', 'country', 'postCode', 'email', 'telephone') },
          },
        },
        summaryData: { fields: leaves('balance', 'currencyBalance', 'turnoverYTD') },
      },
    },
    pageInfo: { fields: leaves('hasNextPage', 'endCursor') },
  },
};
const schema = inside('debtors', { masterRecords: inside('customers', { records }) });
type Filter = Readonly<Record<string, Readonly<Record<string, string>>>>;
function passes({ customerDetails }: (typeof rows)[number], filter: Filter): boolean {
  return Object.entries(filter).every(([field, condition]) => {
    const value = { code: customerDetails.code, name: customerDetails.name }[field];
    if (value === undefined) throw new Error(`The specified input object field \`${field}\` does not exist.`);
    return Object.entries(condition).every(([operator, wanted]) => {
      if (operator === 'eq') return value === wanted;
      if (operator === 'beginsWith') return value.toLowerCase().startsWith(wanted.toLowerCase());
      throw new Error(`The specified input object field \`${operator}\` does not exist.`);
    });
  });
}

/** A stand-in of the GraphQL API of Access Financials behind its gateway, from the queries that Access publishes. */
export async function startFinancials() {
  const state = { generation: 1, omitPages: false };
  function answer(body: string): unknown {
    const { query, variables = {} } = JSON.parse(body) as { query: string; variables?: Record<string, unknown> };
    const read = queryOf(query);
    checkFields(read.fields, schema, read.variables);
    for (const name of Object.keys(variables))
      if (read.variables[`$${name}`] === undefined) throw new Error(`The variable $${name} was not declared.`);
    const after = variables.after === undefined ? '0' : String(variables.after);
    const [offset = '0', generation] = after.split('@');
    if (generation !== undefined && Number(generation) !== state.generation) throw new Error('The cursor has expired.');
    const found = rows.filter((row) => passes(row, (variables.filter ?? {}) as Filter));
    const from = Number(offset);
    const page = {
      items: found.slice(from, from + PAGE),
      ...(state.omitPages
        ? {}
        : {
            pageInfo: {
              hasNextPage: from + PAGE < found.length,
              endCursor: from + PAGE < found.length ? `${from + PAGE}@${state.generation}` : null,
            },
          }),
    };
    return { data: selected({ debtors: { masterRecords: { customers: { records: page } } } }, read.fields) };
  }
  const server = createServer(async (request, response) => {
    const text = await bodyOf(request);
    const say = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.headers['ocp-apim-subscription-key'] !== SUBSCRIPTION)
      return say(401, {
        statusCode: 401,
        message:
          'Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API.',
      });
    if (request.headers.authorization !== `Bearer ${TOKEN}`)
      return say(401, { statusCode: 401, message: 'Unauthorized. Access token is missing or invalid.' });
    if (request.method !== 'POST' || request.url !== '/financials-graphql')
      return say(404, { statusCode: 404, message: 'Resource not found' });
    try {
      return say(200, answer(text));
    } catch (error) {
      return say(200, { errors: [{ message: error instanceof Error ? error.message : String(error) }] });
    }
  });
  return {
    url: await listening(server, 0),
    /** Cursors that were given before are known no more. */
    endCursors: () => {
      state.generation += 1;
    },
    /** Answers say nothing about further pages. */
    omitPages: (omit: boolean) => {
      state.omitPages = omit;
    },
    close: () => closing([server]),
  };
}
