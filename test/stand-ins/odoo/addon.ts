import { createHash, createPrivateKey, createPublicKey, randomUUID, sign } from 'node:crypto';
import type { Database, Row, Values } from './database.ts';
import { OdooError } from './errors.ts';

/** The private half of the database's key: 32 bytes in the frame that PKCS 8 puts around them. It guards nothing. */
const privateKey = createPrivateKey({
  key: Buffer.concat([
    Buffer.from('302e020100300506032b657004220420', 'hex'),
    createHash('sha256').update('a database of Odoo that is none').digest(),
  ]),
  format: 'der',
  type: 'pkcs8',
});
const GOOD_FOR = 120;
const WRITTEN = new Set(['crm.lead', 'res.partner']);
const AMOUNTS = /_(total|free)$/;
const RECORDS: Readonly<Record<string, string>> = {
  'crm.lead': 'deal',
  'sale.order': 'deal',
  'res.partner': 'company',
};
const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const publicKey = String(createPublicKey(privateKey).export({ format: 'jwk' }).x);

export type Person = { id: number; name: string; email: string; lang: string; admin: boolean };
/** The database as Backroom knows it, and where Backroom is: `address` as it is typed in Odoo, `browser` as a browser reaches it. */
export type Connected = {
  uuid: string;
  database: string;
  login: string;
  key: string;
  address: string;
  browser: string;
};

/** What the app of extension/odoo does on Odoo's server. */
export function openAddon(database: Database, at: Connected, person: () => Person, url: () => string) {
  function statement(purpose: string, claims: object): string {
    const iat = Math.floor(Date.now() / 1000);
    const payload = { ...claims, iss: at.uuid, aud: `${at.address}/odoo-crm/${purpose}`, iat, exp: iat + GOOD_FOR };
    const text = `${part({ alg: 'EdDSA', typ: 'JWT' })}.${part({ ...payload, jti: randomUUID() })}`;
    return `${text}.${sign(null, Buffer.from(text), privateKey).toString('base64url')}`;
  }
  /** The opportunity of a quotation, the company of a contact. */
  function recordOf(model: string, id: number): Row | null {
    const row = database.get(model, id);
    if (model === 'sale.order')
      return typeof row.opportunity_id === 'number' ? database.get('crm.lead', row.opportunity_id) : null;
    if (model === 'res.partner')
      return database.get(model, Number(database.value(model, row, 'commercial_partner_id')));
    return row.type === 'opportunity' ? row : null;
  }
  function writeOne({ model, id, values }: { model: string; id: number; values: Values }): object {
    if (!WRITTEN.has(model)) return { error: 'refused', words: `${model} is not written by Backroom` };
    const row = database.all(model).find((each) => each.id === id);
    if (!row) return { error: 'not_found', words: null };
    const known = new Set(typeof row.backroom_known === 'string' ? row.backroom_known.split(',') : []);
    for (const [name, value] of Object.entries(values)) {
      if (!AMOUNTS.test(name)) continue;
      if (value === null) known.delete(name);
      else known.add(name);
    }
    database.write(model, [id], { ...values, backroom_known: [...known].sort().join(',') || false });
    return { error: null, words: null };
  }
  return {
    /** Methods of `backroom.bridge`. */
    bridge(method: string, args: Values): unknown {
      if (method === 'database') return at.uuid;
      if (method === 'write_back') return (args.entries as Parameters<typeof writeOne>[0][]).map(writeOne);
      throw new OdooError('werkzeug.exceptions.NotFound', `The method 'backroom.bridge.${method}' does not exist`);
    },
    frame: () => {
      const src = `${at.browser}/embed/odoo-crm/?db=${at.uuid}&lang=${person().lang.replace('_', '-')}`;
      return { state: 'ready', origin: at.browser, src };
    },
    token({ model, id, nonce }: { model: string; id: number; nonce: string }) {
      const type = RECORDS[model];
      if (!type || nonce.length !== 43) return { state: 'forbidden' };
      if (!database.all(model).some((row) => row.id === id)) return { state: 'forbidden' };
      const record = recordOf(model, id);
      if (!record) return { state: 'no_record' };
      const { id: user, email, lang, admin } = person();
      const who = { sub: String(user), email, lang, admin, company: 1, url: url() };
      return { state: 'ready', token: statement('frame', { ...who, nonce, record: { type, id: record.id } }) };
    },
    challenge: ({ nonce, database: name }: { nonce: string; database: string }) =>
      name === at.database ? { statement: statement('challenge', { nonce: digest(nonce) }) } : null,
    /** What the button in the settings shows to Backroom. */
    connection: () => {
      const { database: name, login, key } = at;
      const actor = { id: person().id, email: person().email };
      return statement('connection', { url: url(), database: name, login, key, publicKey, actor });
    },
  };
}
