import { ErpError } from '../contract/errors.ts';
import type { Detail, Fault, Meaning } from '../transport/odata/errors.ts';
import { FAULTS, SERVICES, type ServiceName } from './facts.ts';

const codesOf = ({ code, details = [] }: Fault): string[] => [code, ...details.map((each) => each.code)];
const hasOne = (codes: readonly string[], known: ReadonlySet<string>): boolean => codes.some((code) => known.has(code));

/** The messages that say why: errors, without those that only wrap others. */
export function reasonsOf({ code, message, details = [] }: Fault): Detail[] {
  const reasons = details.filter(
    ({ code: each, severity = 'error', message: words }) =>
      severity === 'error' && words !== '' && !FAULTS.wrapper.test(each),
  );
  return reasons.length > 0 ? reasons : [{ code, message }];
}
const wordsOf = (fault: Fault): string => [...new Set(reasonsOf(fault).map(({ message }) => message.trim()))].join(' ');

/** What a refusal means. Rules of the business come as 400 with the class and number of a message. */
export const meaningOf =
  (service: ServiceName) =>
  (fault: Fault): Meaning | null => {
    const { status, code } = fault;
    const [codes, words] = [codesOf(fault), wordsOf(fault)];
    const { name, scenario } = SERVICES[service];
    if (hasOne(codes, FAULTS.noService) && status < 500)
      return {
        kind: 'unsupported',
        field: name,
        words: `SAP does not offer the service ${name} to this user. On premises it has to be activated (/IWFND/MAINT_SERVICE), in the cloud the communication arrangement ${scenario} has to be there.`,
      };
    if (status === 401) return { kind: 'unauthorised', words };
    if (status === 403) return { kind: 'unauthorised', words: `${name}: ${words}`, field: name };
    if (hasOne(codes, FAULTS.locked) && status < 500) return { kind: 'busy', words };
    // It was executed before: the look-up tells what became of it.
    if (codes.includes(FAULTS.repeated)) return { kind: 'uncertain', words };
    if (status === 428) return { kind: 'conflict', words };
    if (status === 400 && FAULTS.framework.test(code) && !fault.sent)
      return { kind: 'unsupported', words, field: name };
    // Its own 5xx is silence: a write may have been committed. What is left is said by the status.
    if (status >= 500 || status === 408) return null;
    return byStatus(status, words, fieldOf(fault));
  };
function byStatus(status: number, words: string, field: string | null): Meaning | null {
  if (status === 404) return { kind: 'not_found', words, field };
  if (status === 409 || status === 412) return { kind: 'conflict', words };
  return [400, 413, 422].includes(status) ? { kind: 'refused', words, field } : null;
}
/** A message may point at an item: `to_Item(SalesOrder='',SalesOrderItem='20')`. */
export function lineIn(target: string): string | null {
  const number = Number(/SalesOrderItem='?0*(\d+)/.exec(target)?.[1]);
  return number > 0 && number % 10 === 0 ? `lines.${number / 10 - 1}` : null;
}
const fieldOf = (fault: Fault): string | null =>
  reasonsOf(fault)
    .map(({ target, propertyref }) => lineIn(target ?? '') ?? lineIn(propertyref ?? ''))
    .find((field) => field !== null) ?? null;

export const notFound = (field: string, words: string) => new ErpError('not_found', words, { field, words });
export const refused = (field: string, words: string) => new ErpError('refused', words, { field, words });
export const unknownCustomer = (id: string): ErpError => notFound('customerId', `SAP has no customer ${id}.`);
