import { randomBytes } from 'node:crypto';

type Severity = 'error' | 'warning' | 'info';
/** One message of SAP's: `code` is message class and number. */
export type Message = { code: string; words: Words; severity?: Severity; target?: string };
/** The same text in the languages that the double speaks. */
export type Words = { EN: string; DE: string; TR?: string };
export type Language = 'EN' | 'DE' | 'TR';
const inLanguage = (words: Words, language: Language): string => words[language] ?? words.EN;
const same = (text: string): Words => ({ EN: text, DE: text });

/** A refusal in SAP's envelope. */
export class SapError extends Error {
  readonly status: number;
  readonly messages: readonly Message[];
  readonly headers: Record<string, string>;
  constructor(status: number, messages: readonly Message[], headers: Record<string, string> = {}) {
    super(messages[0]?.words.EN);
    this.status = status;
    this.messages = messages;
    this.headers = headers;
  }
  body(language: Language, service: string): object {
    const [first] = this.messages;
    const business = !/^[0-9A-F]{32}$/.test(first?.code ?? '') && !first?.code.startsWith('/IWFND/');
    const details = this.messages.map(({ code, words, severity = 'error', target = '' }) => ({
      ...{ code, message: inLanguage(words, language), longtext_url: '', propertyref: '', severity, transition: false },
      target,
    }));
    const last = { code: '/IWBEP/CX_MGW_BUSI_EXCEPTION', message: inLanguage(failed, language) };
    const end = { ...last, longtext_url: '', propertyref: '', severity: 'error', transition: false, target: '' };
    return {
      error: {
        code: first?.code ?? '',
        message: { lang: language.toLowerCase(), value: inLanguage(first?.words ?? failed, language) },
        innererror: {
          application: {
            ...{ component_id: business ? 'SD-SLS' : '', service_namespace: '/SAP/' },
            ...{ service_id: service, service_version: '0001' },
          },
          transactionid: randomBytes(16).toString('hex').toUpperCase(),
          timestamp: new Date()
            .toISOString()
            .replace(/[-:TZ]/g, '')
            .padEnd(21, '0'),
          Error_Resolution: {
            SAP_Transaction:
              'Run transaction /IWFND/ERROR_LOG on SAP Gateway hub system and search for entries with the timestamp above for more details',
            SAP_Note: 'See SAP Note 1797736 for error analysis (https://service.sap.com/sap/support/notes/1797736)',
          },
          errordetails: business ? [...details, end] : details.slice(1),
        },
      },
    };
  }
}
const failed: Words = {
  EN: 'An exception was raised',
  DE: 'Es wurde eine Ausnahme ausgelöst',
  TR: 'Bir istisna oluştu',
};
/** The header that carries warnings and notes of an answer that is no refusal. */
export function messageHeader(messages: readonly Message[], language: Language): Record<string, string> {
  const [first, ...rest] = messages;
  if (!first) return {};
  const one = ({ code, words, severity = 'warning', target = '' }: Message) => ({
    ...{ code, message: inLanguage(words, language), target, severity, transition: false },
  });
  const json = JSON.stringify({ ...one(first), details: rest.map(one) });
  // A header is ASCII; SAP escapes the rest as JSON does.
  const ascii = json.replace(/[^\x20-\x7e]/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return { 'sap-message': ascii };
}

const framework = (status: number, code: string, text: string) => new SapError(status, [{ code, words: same(text) }]);
export const noProperty = (name: string, type: string) =>
  framework(400, '005056A509B11EE1B9A8FEC11C21D78E', `Property ${name} not found in type ${type}`);
export const badFilter = (text: string) => framework(400, '005056A509B11EE1B9A8FEC11C22D78E', text);
export const notFilterable = (name: string) =>
  framework(400, '/IWBEP/CM_MGW_RT/176', `Property ${name} is not filterable`);
export const notSortable = (name: string) => framework(400, '/IWBEP/CM_MGW_RT/177', `Property ${name} is not sortable`);
export const noFunction = (name: string) =>
  framework(501, '005056A509B11ED1BEDF1CE02BA1B7D6', `Function ${name} is not supported`);
export const badUri = (text: string) => framework(400, '005056A509B11ED1B9BF9F46AC95CAFE', text);
export const badOption = (name: string) =>
  framework(
    400,
    '005056A509B11EE1B9A8FEC11C23378E',
    `The Data Services Request contains SystemQueryOption '${name}' that is not allowed for this Request`,
  );
export const noSegment = (name: string) =>
  framework(404, '005056A509B11EE1B9A8FEC11C21578E', `Resource not found for segment '${name}'`);
export const noEntity = (type: string) =>
  framework(404, '/IWBEP/CM_MGW_RT/020', `Resource not found for entity '${type}'`);
export const badBody = (text: string) => framework(400, '/IWBEP/CM_MGW_RT/021', text);
export const badValue = (name: string, value: unknown, type: string) =>
  framework(
    400,
    '005056A509B11EE3AEB5A3F1F2A2F6B3',
    `Property '${name}' has invalid value '${String(value)}' for type ${type}`,
  );
export const notAllowed = (method: string, set: string) =>
  framework(405, '/IWFND/CM_MGW/096', `Method ${method} is not allowed for entity set '${set}'`);
export const noService = (name: string) =>
  framework(403, '/IWFND/MED/170', `No service found for namespace '', name '${name}', version '0001'`);
export const noAuthority = (name: string) =>
  framework(403, '/IWFND/CM_BEC/026', `No authorization to access Service '${name}'`);
export const noMatch = () =>
  framework(428, '/IWFND/CM_MGW_RT/428', 'Precondition required: header If-Match is missing');
export const stale = () =>
  framework(412, '/IWBEP/CM_MGW_RT/412', 'Precondition failed: the entity was changed in the meantime');
export const unsupportedType = (type: string) =>
  framework(415, '/IWFND/CM_MGW/415', `Content type '${type}' is not supported`);
/** A rule of the business, in words. */
export const refused = (code: string, words: Words, target = '') => new SapError(400, [{ code, words, target }]);
