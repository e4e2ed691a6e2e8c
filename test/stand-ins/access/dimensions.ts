import { createServer } from 'node:http';
import { bodyOf, closing, listening } from '../servers.ts';
import { type Element, elements, envelope, fault, operationIn, partsOf } from '../soap.ts';

export const USER = 'backroom';
export const PASSWORD = 'dimensions';
const NAMESPACE = 'http://tempuri.org/';
const customers = [
  {
    CUCODE: 'NORD01',
    CUNAME: 'Nordwerk Engineering Ltd',
    CUTOWN: 'Leeds',
    CU_EMAIL: 'buying@nordwerk.example',
    CU_ON_STOP: '0',
  },
  { CUCODE: 'KESS01', CUNAME: 'Kessler & Daughters Plant Ltd', CUTOWN: 'York', CU_EMAIL: null, CU_ON_STOP: '0' },
  { CUCODE: 'HAFE01', CUNAME: 'Harbour Stores Ltd', CUTOWN: 'Hull', CU_EMAIL: null, CU_ON_STOP: '1' },
].map((each) => ({ ...each, CUCURRENCYCODE: 'GBP' }));
const stock = [
  ['T-2000', 'Ball valve 15 mm', '900', '60'],
  ['1896-S', 'Desk ATHENS', '400', '0'],
  ['SALT-10', 'Softener salt <10 kg>', '8000.5', '0.25'],
].map(([STKCODE = '', STKNAME = '', STK_PHYSICAL = '', STK_RESERVED_OUT = '']) => ({
  ...{ STKCODE, STKNAME, STK_SELL_NAME1: 'Each', STK_OBSOLETE: '0', STK_PHYSICAL, STK_RESERVED_OUT },
}));

/**
 * A stand-in of the SOAP services that a reseller installs for Access Dimensions: a log-in, then a service for each kind of record.
 * The way is that of the public guide; names of operations and elements are ours.
 */
export async function startDimensions() {
  const sessions = new Set<string>();
  const counts = { logIns: 0 };
  let nextFault: string | null = null;
  let endsAtOnce = false;
  const list = (operation: string, kind: string, rows: readonly Readonly<Record<string, string | null>>[]) =>
    envelope(
      `<${operation}Response xmlns="${NAMESPACE}"><${operation}Result>${rows.map((row) => `<${kind}>${elements(row)}</${kind}>`).join('')}</${operation}Result></${operation}Response>`,
    );
  const operations: Readonly<Record<string, { path: string; answer: (asked: Element) => string }>> = {
    ValidateUser: {
      path: 'Security',
      answer(asked) {
        const { userName, password, database } = partsOf(asked, ['userName', 'password', 'database']);
        counts.logIns += 1;
        const isRight = userName === USER && password === PASSWORD && database === 'DIMENSIONS';
        const token = isRight ? `session-${counts.logIns}` : '';
        if (isRight && !endsAtOnce) sessions.add(token);
        return envelope(
          `<ValidateUserResponse xmlns="${NAMESPACE}"><ValidateUserResult>${token}</ValidateUserResult></ValidateUserResponse>`,
        );
      },
    },
    GetCustomers: {
      path: 'Customers',
      answer(asked) {
        const { code = '', name = '' } = partsOf(asked, ['token', 'code', 'name']);
        const found = customers.filter(
          ({ CUCODE, CUNAME }) => (code === '' || CUCODE === code) && CUNAME.toLowerCase().includes(name.toLowerCase()),
        );
        return list('GetCustomers', 'Customer', found);
      },
    },
    GetStock: {
      path: 'Stock',
      answer(asked) {
        partsOf(asked, ['token', 'codes']);
        const codes = asked.children[1]?.children.map(({ text }) => text) ?? [];
        return list(
          'GetStock',
          'Stock',
          stock.filter(({ STKCODE }) => codes.includes(STKCODE)),
        );
      },
    },
  };
  const server = createServer(async (request, response) => {
    const text = await bodyOf(request);
    const answer = (): [number, string] => {
      try {
        const asked = operationIn(text);
        const known = operations[asked.name];
        if (!known || request.url !== `/DimensionsServices/${known.path}.asmx`) return [404, '<html>Not Found</html>'];
        if (request.headers.soapaction !== `"${NAMESPACE}${asked.name}"` || asked.namespace !== NAMESPACE)
          return [500, fault('soap:Client', 'Server did not recognize the value of HTTP Header SOAPAction.')];
        // As some of these services do, a session's end is a fault in an answer 200.
        if (asked.name !== 'ValidateUser' && !sessions.has(asked.children[0]?.text ?? ''))
          return [200, fault('s:Client', 'The session has expired. Log in again.')];
        if (nextFault !== null && asked.name !== 'ValidateUser') {
          const words = nextFault;
          nextFault = null;
          return [200, fault('s:Client', words)];
        }
        return [200, known.answer(asked)];
      } catch (error) {
        return [500, fault('s:Client', String(error))];
      }
    };
    const [status, body] = answer();
    response.writeHead(status, { 'content-type': 'text/xml; charset=utf-8' }).end(body);
  });
  return {
    url: await listening(server, 0),
    counts,
    endSessions: () => sessions.clear(),
    /** Sessions end as soon as they have begun. */
    endAtOnce: () => {
      endsAtOnce = true;
    },
    /** The next question is answered by a fault in an answer 200. */
    faultNext: (words: string) => {
      nextFault = words;
    },
    close: () => closing([server]),
  };
}
