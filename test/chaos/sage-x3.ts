import { sageX3 } from '@backroom/backend/erp/sage-x3/index';
import { sageX3Variables } from '../support/sage-x3.ts';
import type { Double } from './double.ts';
import { httpAnswer } from './proxy.ts';

const isSave = (request: string) =>
  /^POST \S+\/CAdxWebServiceXmlCC HTTP/.test(request) &&
  request.includes('<wss:save') &&
  />SOH<\/publicName>/.test(request);
/** The customer's own reference has room for ours without its beginning. It stands in a list's address, or as a field of an object. */
const referenceIn = (request: string): string | null => {
  const [head = ''] = request.split('\r\n', 1);
  const said = head.startsWith('GET ') ? decodeURIComponent(head.replaceAll('+', ' ')) : request;
  const found = /CUSORDREF(?:">| eq '| in \(')([A-Z2-7]{20})\b/.exec(said)?.[1];
  return found ? `BR-${found}` : null;
};
const text = (name: string, type: string, value: string) => `<${name} xsi:type="xsd:${type}">${value}</${name}>`;
/** As X3 refuses: HTTP 200, status 0, and the message beside the answer. */
const refusal = (words: string) => `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"
 xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:wss="http://www.adonix.com/WSS">
<soapenv:Body><wss:saveResponse><saveReturn xsi:type="wss:CAdxResultXml"><messages><messages href="#id0"/></messages>
<resultXml xsi:type="xsd:string" xsi:nil="true"/>${text('status', 'int', '0')}</saveReturn></wss:saveResponse>
<multiRef id="id0" xsi:type="wss:CAdxMessage">${text('type', 'int', '3')}${text('message', 'string', words)}</multiRef></soapenv:Body></soapenv:Envelope>`;

export const sageX3Double: Double = {
  name: 'sage-x3',
  adapter: sageX3,
  variablesFor: sageX3Variables,
  // An order is stored whole or not at all.
  orders: `select json_extract(body, '$.SOHNUM') as number, 'BR-' || json_extract(body, '$.CUSORDREF') as reference from records
    where object = 'SORDER' and length(json_extract(body, '$.CUSORDREF')) = 20`,
  number: 'number',
  withoutLimit: "update records set body = json_set(body, '$.OSTCTL', 3) where object = 'BPCUSTOMER' and key = ?",
  followed: () => ({ referenceOf: referenceIn }),
  isWrite: isSave,
  says: {
    refused: (words) => httpAnswer('200 OK', 'text/xml; charset=utf-8', refusal(words)),
    noDatabase: httpAnswer('503 Service Unavailable', 'text/html', '<html>Service Temporarily Unavailable</html>'),
  },
  renamed: 'SOHNUM',
  notes: false,
  // A process that has just begun reads its site and company, and an order is four classes to read.
  orderMs: 1500,
};
