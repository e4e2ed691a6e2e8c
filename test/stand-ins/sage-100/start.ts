import { createServer } from 'node:http';
import { bodyOf, closing, listening } from '../servers.ts';
import { elements, envelope, fault, operationIn, partsOf } from '../soap.ts';

export const USER = 'webuser';
export const PASSWORD = 'web-password';
const NAMESPACE = 'http://mas90.sage.com/ws';
const PATH = '/ebusinesswebservices/MasService.svc';
const customers = [
  ['01', 'ABF', 'American Business Futures', 'Milwaukee', 'artie@abf.example', '01', 'N'],
  ['01', 'AVNET', 'Avnet Processing & Sons Corp', 'Milwaukee', null, '02', 'N'],
  ['02', 'HILLSB', 'Hillsboro Service Center', 'Racine', null, '01', 'Y'],
] as const;
type Said = { status: number; body: string };
const masFault = (code: string, words: string): Said => ({
  status: 500,
  body: fault(
    `a:${code}`,
    words,
    `<detail><MasFault xmlns="${NAMESPACE}">${elements({ ErrorCode: code, ErrorMessage: words })}</MasFault></detail>`,
  ),
});

function getCustomer(xml: string): Said {
  const operation = operationIn(xml);
  if (operation.name !== 'GetCustomer' || operation.namespace !== NAMESPACE)
    throw new Error(`no operation ${operation.namespace} ${operation.name}`);
  const { companyCode, arDivisionNo, customerNo } = partsOf(operation, [
    'logon',
    'companyCode',
    'arDivisionNo',
    'customerNo',
  ]);
  const logon = partsOf(operation.children[0] ?? operation, ['Username', 'Password']);
  if (logon.Username !== USER || logon.Password !== PASSWORD)
    return masFault('WS_Logon', 'Invalid username or password.');
  if (companyCode !== 'ABC') return masFault('WS_Company', 'You are not authorized to perform this action.');
  const found = customers.find(([division, number]) => division === arDivisionNo && number === customerNo);
  if (!found) return masFault('CI_NoKey', 'The record does not exist.');
  const [ARDivisionNo, CustomerNo, CustomerName, City, EmailAddress, TermsCode, CreditHold] = found;
  const fields = { ARDivisionNo, City, CreditHold, CustomerName, CustomerNo, EmailAddress, TermsCode };
  return {
    status: 200,
    body: envelope(
      `<GetCustomerResponse xmlns="${NAMESPACE}"><GetCustomerResult>${elements(fields)}</GetCustomerResult></GetCustomerResponse>`,
    ),
  };
}

/**
 * Sage 100's eBusiness Web Services, with one operation. Elements and their order follow Sage's guide. Sage documents one fault code, CI_NoKey; the
 * others are ours.
 */
export async function startSage100() {
  const server = createServer(async (request, response) => {
    const text = await bodyOf(request);
    const answer = (): Said => {
      if (request.method !== 'POST' || request.url !== PATH) return { status: 404, body: '<html>Not Found</html>' };
      if (
        request.headers.soapaction !== `"${NAMESPACE}/MasService/GetCustomer"` ||
        !/^text\/xml; charset=utf-8$/.test(request.headers['content-type'] ?? '')
      )
        return { status: 500, body: fault('a:ActionNotSupported', 'The message cannot be processed at the receiver.') };
      try {
        return getCustomer(text);
      } catch (error) {
        return { status: 500, body: fault('s:Client', String(error)) };
      }
    };
    const { status, body } = answer();
    response.writeHead(status, { 'content-type': 'text/xml; charset=utf-8' }).end(body);
  });
  return { url: await listening(server, 0), close: () => closing([server]) };
}
