/** Stands for the part of a path that is left out: an id that looks like a key, or anything that is not a plain word. */
const HIDDEN = '{id}';
/** Longest word kept. Tokens and keys are longer, and random ones do not divide into words. */
const LONGEST_WORD = 18;
/** Fewest letters that the words of a segment have on average. Random letters in both cases have fewer. */
const USUAL_WORD = 3;
const MOST_DIGITS = 4;
/** A record's number. */
const NUMBER = /^\d{1,19}$/;
const NAME = /^[A-Za-z$_][\w$.-]{0,79}$/;

/** Whether a path segment is made of words, as `search_read`, `account-info` and `Microsoft.NAV.post` are. */
function isName(segment: string): boolean {
  // Digits stand at the end of a word, as in `oauth2`. In keys they stand anywhere.
  if (!NAME.test(segment) || /\d[A-Za-z]/.test(segment)) return false;
  if (segment.replace(/\D/g, '').length > MOST_DIGITS) return false;
  const words = segment.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/).filter((word) => word !== '');
  const letters = words.reduce((sum, { length }) => sum + length, 0);
  return (
    words.every(({ length }) => length <= LONGEST_WORD) &&
    (letters / words.length >= USUAL_WORD || segment.length <= LONGEST_WORD / 2)
  );
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
