import { num, textOf } from '../numbers.ts';
import { type Company, type Entity, type User, users } from './company.ts';
import type { Fields, FieldsOf } from './fields.ts';
import type { openLimits } from './limits.ts';
import { addLine, settle } from './lines.ts';
import type { App, OAuth } from './oauth.ts';
import { type Opened, panelQuery, panelToken } from './panel.ts';
import { filler } from './seed/fill.ts';
import type { openWebhooks } from './webhooks.ts';

type Parts = {
  company: Company;
  fields: Fields;
  webhooks: ReturnType<typeof openWebhooks>;
  oauth: OAuth;
  limits: ReturnType<typeof openLimits>;
  planned: ('wall' | 'maintenance')[];
  app: App;
};
export type LineChange = { quantity?: string; price?: string; discount?: string; tax?: string } & Record<
  string,
  unknown
>;

/** What people do on Pipedrive's pages, and what time and trouble do. */
export function openDesk({ company, fields, webhooks, oauth, limits, planned, app }: Parts) {
  const { settings } = company;
  const fill = filler(company, fields);
  const numbers = ({ quantity, price, discount, tax, ...more }: LineChange) => ({
    ...(quantity === undefined ? {} : { quantity: num(quantity) }),
    ...(price === undefined ? {} : { item_price: num(price) }),
    ...(discount === undefined ? {} : { discount: num(discount) }),
    ...(tax === undefined ? {} : { tax: num(tax) }),
    ...more,
  });
  const dealOf = (line: number) => Number(company.rowOf('deal_product', line).deal_id);
  const userOf = (id: number): User => {
    const user = users.find((each) => each.id === id);
    if (!user) throw new Error(`no user ${id}`);
    return user;
  };
  return {
    users,
    ...{ fill, deal: fill.deal, organization: fill.organization },
    linesOf: (deal: number) => company.linesOf(deal).map(({ id }) => id),
    addLine(deal: number, code: string | null, name: string, change: LineChange = {}): number {
      const product = fill.product({ code, name });
      const line = addLine(company, deal, {
        product_id: product,
        ...numbers({ quantity: '1', price: '0', ...change }),
      });
      settle(company, deal);
      return line.id;
    },
    changeLine(line: number, change: LineChange): void {
      company.change('deal_product', line, numbers(change));
      settle(company, dealOf(line));
    },
    removeLine(line: number): void {
      const deal = dealOf(line);
      company.remove('deal_product', line);
      settle(company, deal);
    },
    discount: (deal: number, name: string, off: { percent?: string; amount?: string }) => {
      fill.discount(deal, { kind: 'discount', name, ...off });
      settle(company, deal);
    },
    installment(deal: number, amount: string, day: string, description = 'Instalment'): void {
      const id = company.nextId();
      company.installments.push({ id, amount: num(amount), billing_date: day, description, deal_id: deal });
    },
    change: (entity: Entity, id: number, change: Record<string, unknown>) => void company.change(entity, id, change),
    win: (deal: number, at = company.now()) => void company.change('deal', deal, company.wonAt(at)),
    archive: (deal: number) => void company.change('deal', deal, { is_archived: true, archive_time: company.stamp() }),
    remove: (entity: Entity, id: number) => company.remove(entity, id),
    merge: (entity: 'deal' | 'organization', kept: number, lost: number) => company.merge(entity, kept, lost),
    /** The user no longer sees the record. */
    deny: (user: number, entity: Entity, id: number) => company.hide(entity, id, user),
    allow: (user: number, entity: Entity, id: number) => company.show(entity, id, user),
    /** An admin's hand: a field is made, or gone. */
    createField: (owner: FieldsOf, name: string, type: string, options?: readonly string[]) =>
      fields.create(owner, name, type, options ?? null),
    deleteField(owner: FieldsOf, name: string): void {
      const field = fields.named(owner, name);
      if (field) fields.remove(owner, field.field_code);
    },
    /** What the record holds in the field of this name: text, an option's label, or a monetary amount. Null where it is empty. */
    stored(owner: 'deal' | 'organization', id: number, name: string): string | null {
      const field = fields.named(owner, name);
      const value =
        (company.rowOf(owner, id).custom_fields as Record<string, unknown>)[field?.field_code ?? ''] ?? null;
      if (value === null) return null;
      const option = field?.options?.find((each) => each.id === value);
      if (option) return option.label;
      const { value: amount } = value as { value?: unknown };
      return textOf(amount ?? value);
    },
    /** The day's budget is used up but for so many tokens. */
    leaveBudget: (tokens = 0) => limits.leave(tokens),
    failNext: (trouble: 'wall' | 'maintenance') => void planned.push(trouble),
    /** The clock goes on, and retries that are due are sent. */
    passTime(ms: number): void {
      company.passTime(ms);
      webhooks.run();
    },
    deliveries: () => webhooks.sent,
    repeatDeliveries: () => webhooks.repeat(),
    settled: () => webhooks.settled(),
    /** Who sits before Pipedrive's page of consent; null: somebody who refuses. */
    sitsDown: (user: number | null) => oauth.sitsDown(user === null ? null : userOf(user)),
    /** The address that an installation from the Marketplace ends at: a code, and no state of ours. */
    marketplaceInstall: (user: number) => `${app.redirectUri}?code=${oauth.code(userOf(user))}`,
    connect: (user: number = company.admin) => oauth.connect(userOf(user)),
    endTokens: () => oauth.endTokens(),
    /** A user removes the app: its tokens and webhooks end, and the callback is told. Gives the callback's status; nobody reads it at Pipedrive. */
    async uninstall(user: number): Promise<number> {
      oauth.end(user);
      const body = { client_id: app.clientId, company_id: settings.id, user_id: user, timestamp: company.stamp() };
      const response = await fetch(app.redirectUri, {
        method: 'DELETE',
        headers: { authorization: oauth.basic, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return response.status;
    },
    /** What `get_signed_token` gives. */
    panelToken: (user: number, more: Parameters<typeof panelToken>[4] & { secret?: string } = {}) =>
      panelToken(more.secret ?? app.jwtSecret, settings, userOf(user), company.now(), more),
    /** The query that the frame is opened with. */
    panelQuery: (opened: Omit<Opened, 'user'> & { user: number }) =>
      panelQuery(
        settings,
        { ...opened, user: userOf(opened.user) },
        panelToken(app.jwtSecret, settings, userOf(opened.user), company.now()),
      ),
  };
}
