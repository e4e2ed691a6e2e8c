import type { Call } from './call.ts';
import { modifyCustomer, saveCustomer } from './customers.ts';
import { listXml, resultXml, shownObject } from './documents.ts';
import { type Message, ServiceRefusal } from './errors.ts';
import type { Faults } from './faults.ts';
import { type Publication, publications } from './metadata.ts';
import { childText, demand, type Entered, readObject } from './object-xml.ts';
import { deleteOrder, deleteOrderLines, modifyOrder, saveOrder } from './orders.ts';
import { runPrices } from './prices-service.ts';
import { saveReturn } from './returns.ts';
import { isDenied, type User } from './sign-in.ts';
import type { Row, Store } from './store.ts';
import { childOf, type Element, elementOf, escaped } from './xml.ts';

const WSS = 'http://www.adonix.com/WSS';
const ENVELOPE = 'http://schemas.xmlsoap.org/soap/envelope/';
type Answer = { status: 0 | 1; messages: readonly Message[]; resultXml: string | null };
/** A request that is no call of the service: Syracuse answers it by itself, with HTTP 500. */
export class NoCall extends Error {}

const writing = ['save', 'modify', 'delete', 'deleteLines'];
const arguments_: Readonly<Record<string, readonly string[]>> = {
  ...{ save: ['objectXml'], modify: ['objectKeys', 'objectXml'], delete: ['objectKeys'], read: ['objectKeys'] },
  ...{ query: ['objectKeys', 'listSize'], run: ['inputXml'], deleteLines: ['objectKeys', 'blocKey', 'lineKeys'] },
};
/** The operation of an envelope, such as `save`. */
export function operationOf(xml: string): Element {
  let root: Element;
  try {
    root = elementOf(xml.trim());
  } catch (error) {
    throw new NoCall(error instanceof Error ? error.message : String(error));
  }
  const body = childOf(root, 'Body');
  const [operation, another] = body?.children ?? [];
  const declared = Object.values({ ...root.attributes, ...body?.attributes, ...operation?.attributes });
  if (root.name !== 'Envelope' || !declared.includes(ENVELOPE) || !operation || another || !declared.includes(WSS))
    throw new NoCall('Invalid SOAP envelope');
  if (!arguments_[operation.name]) throw new NoCall(`Operation ${operation.name} is not supported`);
  for (const name of ['callContext', 'publicName', ...(arguments_[operation.name] ?? [])])
    if (!childOf(operation, name)) throw new NoCall(`${operation.name} : ${name} is missing`);
  return operation;
}
export const isWrite = ({ name }: Element): boolean => writing.includes(name);
export const isOrder = (operation: Element): boolean =>
  operation.name === 'save' && publications.get(childText(operation, 'publicName'))?.table === 'SORDER';

/** Pairs of key and value: each in an element of its own, or one after the other as some clients send a single pair. */
function keysOf(operation: Element): [key: string, value: string][] {
  const keys = childOf(operation, 'objectKeys');
  const pairs = keys && childOf(keys, 'key') ? [keys] : (keys?.children ?? []);
  return pairs.map((pair) => [childText(pair, 'key'), childText(pair, 'value')]);
}
function keyOf(operation: Element, { key }: Publication): string {
  const [[name, value] = ['', '']] = keysOf(operation);
  if (name !== key || value === '') throw new ServiceRefusal(`${key} : Mandatory key`);
  return value;
}
function rowOf(store: Store, { table, key }: Publication, value: string): Row {
  const row = store.get(table ?? '', value);
  if (!row) throw new ServiceRefusal(`${key} : ${value} : Record does not exist`);
  return row;
}
function save(call: Call, publication: Publication, entered: Entered): string {
  demand(publication, entered);
  if (publication.table === 'SORDER') return saveOrder(call, entered);
  if (publication.table === 'BPCUSTOMER') return saveCustomer(call, entered);
  if (publication.table === 'SRETURN') return saveReturn(call, entered);
  throw new ServiceRefusal('Creation not authorized');
}
function modify(call: Call, publication: Publication, key: string, entered: Entered): void {
  if (publication.table === 'SORDER') modifyOrder(call, key, entered);
  else if (publication.table === 'BPCUSTOMER') modifyCustomer(call, key, entered);
  else throw new ServiceRefusal('Modification not authorized');
}
/** A condition of a key in a `query`, such as `<>5` or `C10*`. */
function fits(text: string, condition: string): boolean {
  const [, operator = '', value = ''] = /^(<>|<=|>=|<|>)?(.*)$/.exec(condition) ?? [];
  if (operator === '<>') return text !== value;
  if (operator === '<=' || operator === '<') return text < value || (operator === '<=' && text === value);
  if (operator === '>=' || operator === '>') return text > value || (operator === '>=' && text === value);
  return value.includes('*')
    ? new RegExp(
        `^${value
          .split('*')
          .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
          .join('.*')}$`,
      ).test(text)
    : text === value;
}
function query(store: Store, publication: Publication, operation: Element): string {
  const size = Number(childText(operation, 'listSize'));
  const header = [...publication.groups.values()][0];
  const conditions = keysOf(operation).filter(([, value]) => value !== '');
  for (const [name] of conditions)
    if (![...publication.groups.values()].some(({ rows, fields }) => rows === null && fields.has(name)))
      throw new ServiceRefusal(`${name} : Field does not exist`);
  const exact = conditions.find(
    ([name, value]) => name in { SOHNUM: 1, CUSORDREF: 1, BPCORD: 1 } && /^[^<>*]+$/.test(value),
  );
  const rows = exact ? store.where(publication.table ?? '', exact[0], exact[1]) : store.all(publication.table ?? '');
  const shown = rows
    .filter((row) => conditions.every(([name, value]) => fits(String(row[name] ?? ''), value)))
    .slice(0, size)
    .map((row) => {
      const { fields } = shownObject(store, publication, row);
      const columns = [...(header?.fields.values() ?? [])].filter(({ values }) => values === 1);
      return Object.fromEntries(columns.map(({ name }) => [name, String(fields[name] ?? '')]));
    });
  return listXml(size, shown);
}
type Context = { store: Store; faults: Faults; user: User; pool: string };
/** One web service, after its call was read. Nothing of it is kept where it is refused. */
export function serve({ store, faults, user, pool }: Context, operation: Element): Answer {
  const context = childOf(operation, 'callContext') as Element;
  const messages: Message[] = [];
  const call: Call = { store, faults, user: user.login.slice(0, 5).toUpperCase(), messages };
  try {
    const alias = childText(context, 'poolAlias');
    if (alias !== pool || faults.poolStopped > 0) {
      faults.poolStopped = Math.max(0, faults.poolStopped - 1);
      throw new ServiceRefusal(`No classic web service pool match to '${alias}'`);
    }
    if (/optreturn=JSON/i.test(childText(context, 'requestConfig')))
      throw new ServiceRefusal('This double answers XML only');
    const name = childText(operation, 'publicName');
    const publication = publications.get(name);
    if (!publication || (publication.table === null) !== (operation.name === 'run'))
      throw new ServiceRefusal(`${name} : Web service not published`);
    if (isDenied(user, faults, name)) throw new ServiceRefusal(`${name} : You are not authorized to use this function`);
    if (operation.name === 'run') {
      const entered = readObject(publication, childText(operation, 'inputXml'));
      demand(publication, entered);
      return { status: 1, messages, resultXml: resultXml(publication, runPrices(store, entered)) };
    }
    if (operation.name === 'query') return { status: 1, messages, resultXml: query(store, publication, operation) };
    const written = store.atomic((): string => {
      if (writing.includes(operation.name) && faults.refusal && faults.refusal.times > 0) {
        faults.refusal.times -= 1;
        throw new ServiceRefusal(faults.refusal.words);
      }
      if (operation.name === 'save')
        return save(call, publication, readObject(publication, childText(operation, 'objectXml')));
      const key = keyOf(operation, publication);
      rowOf(store, publication, key);
      if (operation.name === 'modify')
        modify(call, publication, key, readObject(publication, childText(operation, 'objectXml')));
      if (operation.name === 'deleteLines') {
        if (childText(operation, 'blocKey') !== 'SOH4_1') throw new ServiceRefusal('Deletion not authorized');
        deleteOrderLines(
          call,
          key,
          (childOf(operation, 'lineKeys')?.children ?? []).map(({ text }) => Number(text)),
        );
      }
      if (operation.name === 'delete') {
        if (publication.table !== 'SORDER') throw new ServiceRefusal('Deletion not authorized');
        deleteOrder(call, key);
      }
      return key;
    });
    if (writing.includes(operation.name) && faults.warning && faults.warning.times > 0) {
      faults.warning.times -= 1;
      messages.push({ type: 2, text: faults.warning.words });
    }
    const row = store.get(publication.table ?? '', written);
    return {
      status: 1,
      messages,
      resultXml: row ? resultXml(publication, shownObject(store, publication, row)) : null,
    };
  } catch (error) {
    if (!(error instanceof ServiceRefusal)) throw error;
    return { status: 0, messages: [...messages.filter(({ type }) => type === 3), ...error.messages], resultXml: null };
  }
}
const element = (name: string, type: string, value: string | number | boolean): string =>
  `<${name} xsi:type="xsd:${type}">${value}</${name}>`;
const nil = (name: string, type: string): string => `<${name} xsi:type="xsd:${type}" xsi:nil="true"/>`;
/** The envelope of a recorded answer: messages stand behind the body's answer, and are pointed at. */
export function envelopeOf(operation: string, { status, messages, resultXml: xml }: Answer, ms: number): string {
  const encoding = 'soapenv:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"';
  const list = messages.map((_, nth) => `<messages href="#id${nth}"/>`).join('');
  const arrayType = `soapenc:arrayType="wss:CAdxMessage[${messages.length}]"`;
  const technical = [
    ...[element('busy', 'boolean', false), element('changeLanguage', 'boolean', false)],
    ...[element('changeUserId', 'boolean', false), element('flushAdx', 'boolean', false)],
    ...[element('loadWebsDuration', 'double', 5), element('nbDistributionCycle', 'int', -1)],
    ...[element('poolDistribDuration', 'double', 3), element('poolEntryIdx', 'int', 14948)],
    ...[element('poolExecDuration', 'double', ms), element('poolRequestDuration', 'double', -1)],
    ...[
      element('poolWaitDuration', 'double', 0),
      nil('processReport', 'string'),
      element('processReportSize', 'int', -1),
    ],
    ...[element('reloadWebs', 'boolean', false), element('resumitAfterDBOpen', 'boolean', false)],
    ...[nil('rowInDistribStack', 'int'), element('totalDuration', 'double', ms)],
    ...['<traceRequest xsi:type="xsd:string"/>', element('traceRequestSize', 'int', 0)],
  ].join('\n');
  const result =
    xml === null ? nil('resultXml', 'string') : `<resultXml xsi:type="xsd:string"><![CDATA[${xml}]]></resultXml>`;
  const said = messages.map(
    ({ type, text }, nth) =>
      `<multiRef id="id${nth}" soapenc:root="0" ${encoding} xsi:type="wss:CAdxMessage">\n<type>${type}</type>\n<message>${escaped(text)}</message>\n</multiRef>`,
  );
  return `<soapenv:Envelope xmlns:soapenv="${ENVELOPE}" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:soapenc="http://schemas.xmlsoap.org/soap/encoding/" xmlns:wss="${WSS}">
<soapenv:Body>
<wss:${operation}Response ${encoding}>
<${operation}Return xsi:type="wss:CAdxResultXml">
<messages xsi:type="soapenc:Array" ${encoding} ${arrayType}>${list}</messages>
${result}
${element('status', 'int', status)}
<technicalInfos xsi:type="wss:CAdxTechnicalInfos">
${technical}
</technicalInfos>
</${operation}Return>
</wss:${operation}Response>
${said.join('\n')}
</soapenv:Body>
</soapenv:Envelope>`;
}
