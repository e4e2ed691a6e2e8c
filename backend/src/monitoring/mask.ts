/** Stands for the part of a path that is left out: an id that looks like a key, or anything that is not a plain word. */
const HIDDEN = '{id}';
/** Longest segment that is kept for its form alone. Tokens and keys are longer. */
const SHORT = 15;
const MOST_DIGITS = 4;
/** A record's number. */
const NUMBER = /^\d{1,19}$/;
const NAME = /^[A-Za-z$_][\w$.-]{0,79}$/;
/** The words of API names such as `A_BusinessPartnerAddress`. A rule about letters alone took one random token in 600 for a name. */
const WORDS = new Set(
  (
    'access account accounting action actions activity address addresses api app application area associations attribute authorization availability balance basic batch ' +
    'billing binary business cancel central change changes channel collections company companies composite configuration confirm contact contacts create ' +
    'credential credentials credit currencies currency cust customer customers data date dates deal deals default definition definitions delivery delivered ' +
    'dimension division document documents element email employee entity entities event events export external field fields file files finance group groups header headers ' +
    'image import inbound info invoice invoices item items journal key keys ledger line lines list location locations login management material member ' +
    'members memo message metadata microsoft move note number oauth odata odoo offer open opportunity option order orders organization outbound owner ' +
    'partner partners payment payments permission permissions person picking picklist plan pdf postal post preview price prices pricing principal privileges product products profile ' +
    'properties property purchase query quote quotes read record records refund released request resource retrieve return returns role sales search send service ' +
    'services session sessions settings shipment shipping simulation statement status stock stocks subscription subscriptions suite system tax taxes tenant ' +
    'term terms time timeline timeseries token tokens total totals tracking transaction transactions type types unit units user users value values variant vendor ' +
    'version view warehouse warehouses webhook webhooks write'
  ).split(' '),
);

/** Whether a path segment is made of words, as `search_read`, `account-info` and `Microsoft.NAV.post` are. */
function isName(segment: string): boolean {
  // Digits stand at the end of a word, as in `oauth2`. In keys they stand anywhere.
  if (!NAME.test(segment) || /\d[A-Za-z]/.test(segment)) return false;
  if (segment.replace(/\D/g, '').length > MOST_DIGITS) return false;
  if (segment.length <= SHORT) return true;
  const words = segment.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/);
  const known = words.filter((word) => WORDS.has(word.toLowerCase()));
  const lettersOf = (some: readonly string[]) => some.reduce((sum, { length }) => sum + length, 0);
  // Beside words stand abbreviations: `A_`, `SRV`, `V2`.
  return lettersOf(known) * 2 >= lettersOf(words) && words.every((word) => word.length <= 3 || known.includes(word));
}
/** A dated or numbered version: `2026-03`, `v64.0`. */
const VERSION = /^v?\d{1,4}([.-]\d{1,2}){0,2}$/;

function maskedSegment(segment: string, secrets: ReadonlySet<string>): string {
  if (segment === '') return '';
  let plain: string;
  try {
    plain = decodeURIComponent(segment);
  } catch {
    return HIDDEN;
  }
  if ([...secrets].some((secret) => plain.includes(secret))) return HIDDEN;
  // OData: `salesOrders(3b1c…)`, `Company('CRONUS')`.
  const [, name, key] = /^([^()]*)\((.*)\)$/.exec(plain) ?? [];
  if (key !== undefined) return isName(name ?? '') ? `${name}(${HIDDEN})` : HIDDEN;
  return NUMBER.test(plain) || VERSION.test(plain) || isName(plain) ? plain : HIDDEN;
}

/** Secrets shorter than this would hide ordinary words. */
const SHORTEST_SECRET = 4;
export const secretsOf = (credentials: Readonly<Record<string, string>>): ReadonlySet<string> =>
  new Set(Object.values(credentials).filter(({ length }) => length >= SHORTEST_SECRET));

const LONGEST_PATH = 300;
/**
 * The path of a call as it may be stored: words, versions and record numbers stay, everything else becomes `{id}`. Query values are left out, because
 * they contain search terms and keys. `secrets`: the credentials of the connection, which are left out wherever they stand.
 */
export function maskedPath(address: string, secrets: ReadonlySet<string> = new Set()): string {
  const url = URL.parse(address, 'http://relative.invalid');
  if (!url) return HIDDEN;
  const path = url.pathname
    .split('/')
    .map((segment) => maskedSegment(segment, secrets))
    .join('/');
  return (url.search === '' ? path : `${path}?…`).slice(0, LONGEST_PATH);
}
