import { listOf } from './asked.ts';
import { type Company, type Entity, type Row, type User, users } from './company.ts';
import { badHook, forbidden, invalid, notFound } from './errors.ts';
import type { Fields, FieldsOf } from './fields.ts';
import { pageOf } from './pages.ts';
import { meOf, participantOf, v1Deal, v1User } from './v1.ts';
import type { openWebhooks } from './webhooks.ts';

export type Asked = {
  user: User;
  id: string;
  code: string;
  query: ReadonlyMap<string, string>;
  body: Record<string, unknown>;
};
type Said = { status?: number; body: object };
export type World = { company: Company; fields: Fields; webhooks: ReturnType<typeof openWebhooks> };
const KEPT_MS = 30 * 86_400_000;
const titles: Readonly<Record<Entity, string>> = {
  ...{ deal: 'Deal', organization: 'Organization', person: 'Person', product: 'Product', deal_product: 'Deal product' },
};
const ok = (data: unknown, more: object = {}): Said => ({ body: { success: true, data, ...more } });

/** What each operation answers. */
export function handlersOf({ company, fields, webhooks }: World): Readonly<Record<string, (asked: Asked) => Said>> {
  const { tables, settings, now } = company;
  const gone = (row: Row) => row.is_deleted === true && Date.parse(String(row.update_time)) + KEPT_MS < now();
  function found(entity: Entity, { id, user }: Asked): Row {
    if (!/^\d+$/.test(id)) throw invalid("Parameter 'id' must be of type integer");
    const row = tables[entity].get(Number(id));
    if (!row || gone(row)) throw notFound(titles[entity]);
    if (!company.sees(user.id, entity, row.id)) throw forbidden();
    return row;
  }
  /** `custom_fields` is null where none is set, as recorded; else it has each field of the account. */
  function shown(entity: Entity, row: Row, query: ReadonlyMap<string, string>): Row {
    if (entity === 'deal_product' || entity === 'person') return row;
    const set = row.custom_fields as Record<string, unknown>;
    const only = listOf(query, 'custom_fields');
    const labels = query.get('include_option_labels') === 'true';
    const all = fields
      .custom(entity)
      .filter(({ field_code }) => only.length === 0 || only.includes(field_code))
      .map(({ field_code, options }) => {
        const value = set[field_code] ?? null;
        const option = labels ? options?.find(({ id }) => id === value) : undefined;
        return [field_code, option ?? value] as const;
      });
    const empty = all.every(([, value]) => value === null);
    return { ...row, custom_fields: empty ? null : Object.fromEntries(all) };
  }
  function list(entity: Entity, asked: Asked, wanted: (row: Row) => boolean): Said {
    const { query, user } = asked;
    const ids = listOf(query, 'ids').map(Number);
    const since = Date.parse(query.get('updated_since') ?? '') || Number.NEGATIVE_INFINITY;
    const until = Date.parse(query.get('updated_until') ?? '') || Number.POSITIVE_INFINITY;
    const same = ['owner_id', 'person_id', 'org_id', 'pipeline_id', 'stage_id'].filter((name) => query.has(name));
    const rows = [...tables[entity].values()].filter((row) => {
      const at = Date.parse(String(row.update_time));
      return (
        wanted(row) &&
        !gone(row) &&
        company.sees(user.id, entity, row.id) &&
        (ids.length === 0 || ids.includes(row.id)) &&
        same.every((name) => String(row[name]) === query.get(name)) &&
        at >= since &&
        at < until
      );
    });
    const { data, next } = pageOf(rows, query);
    return ok(
      data.map((row) => shown(entity, row, query)),
      { additional_data: { next_cursor: next } },
    );
  }
  const status = ({ query }: Asked, row: Row) =>
    query.has('status') ? row.status === query.get('status') : row.status !== 'deleted';
  const pages = (rows: readonly Row[], { query }: Asked): Said => {
    const { data, next } = pageOf(rows, query);
    return ok(data, { additional_data: { next_cursor: next } });
  };
  function ofDeals(rows: readonly Row[], asked: Asked): Said {
    const ids = listOf(asked.query, 'deal_ids').map(Number);
    const seen = (row: Row) => company.sees(asked.user.id, 'deal', Number(row.deal_id));
    return pages(
      rows.filter((row) => ids.includes(Number(row.deal_id)) && seen(row)),
      asked,
    );
  }
  function patch(entity: 'deal' | 'organization', asked: Asked): Said {
    const row = found(entity, asked);
    if (row.is_deleted === true) throw notFound(titles[entity]);
    const { custom_fields: custom, ...body } = asked.body;
    const set = Object.entries((custom ?? {}) as Record<string, unknown>).map(
      ([code, value]) => [code, fields.checked(entity, code, value)] as const,
    );
    const won = body.status === 'won' && row.status !== 'won' ? company.wonAt(now()) : {};
    const custom_fields = { ...(row.custom_fields as object), ...Object.fromEntries(set) };
    company.change(entity, row.id, { ...body, ...won, custom_fields }, { source: 'api', user: asked.user.id });
    return ok(shown(entity, row, new Map()));
  }
  function permitted(entity: 'deal' | 'organization', asked: Asked): Said {
    const { id } = found(entity, asked);
    return ok(company.userIds.filter((each) => company.sees(each, entity, id)));
  }
  function fieldPage(owner: FieldsOf, { query }: Asked): Said {
    const numbered = fields.list(owner).map((field, nth) => ({ field, id: nth + 1 }));
    const { data, next } = pageOf(numbered, query);
    return ok(
      data.map(({ field }) => field),
      { additional_data: { next_cursor: next } },
    );
  }
  const fieldHandlers = (owner: FieldsOf, path: string): Record<string, (asked: Asked) => Said> => ({
    [`GET /api/v2/${path}`]: (asked) => fieldPage(owner, asked),
    [`GET /api/v2/${path}/{field_code}`]: ({ code }) => ok(fields.get(owner, code)),
    [`POST /api/v2/${path}`]: ({ body, user }) => {
      if (!user.admin) throw forbidden();
      const labels = body.options as { label: string }[] | undefined;
      const made = [String(body.field_name), String(body.field_type)] as const;
      return ok(fields.create(owner, ...made, labels ? labels.map(({ label }) => label) : null));
    },
    [`DELETE /api/v2/${path}/{field_code}`]: ({ code, user }) => {
      if (!user.admin) throw forbidden();
      return ok(fields.remove(owner, code));
    },
  });
  return {
    'GET /api/v2/deals': (asked) => list('deal', asked, (row) => row.is_archived !== true && status(asked, row)),
    'GET /api/v2/deals/archived': (asked) =>
      list('deal', asked, (row) => row.is_archived === true && status(asked, row)),
    'GET /api/v2/deals/{id}': (asked) => ok(shown('deal', found('deal', asked), asked.query)),
    'PATCH /api/v2/deals/{id}': (asked) => patch('deal', asked),
    'GET /api/v2/deals/{id}/products': (asked) => pages(company.linesOf(found('deal', asked).id), asked),
    'GET /api/v2/deals/products': (asked) => ofDeals([...tables.deal_product.values()], asked),
    'GET /api/v2/deals/installments': (asked) => ofDeals(company.installments, asked),
    'GET /api/v2/deals/{id}/discounts': (asked) => {
      const { id } = found('deal', asked);
      return ok(company.discounts.filter(({ deal_id }) => deal_id === id));
    },
    'GET /api/v2/organizations': (asked) => list('organization', asked, ({ is_deleted }) => is_deleted !== true),
    'GET /api/v2/organizations/{id}': (asked) => ok(shown('organization', found('organization', asked), asked.query)),
    'PATCH /api/v2/organizations/{id}': (asked) => patch('organization', asked),
    'GET /api/v2/persons': (asked) => {
      const deal = asked.query.get('deal_id');
      const of = deal === undefined ? null : company.personsOf(Number(deal));
      return list('person', asked, ({ id, is_deleted }) => is_deleted !== true && (of === null || of.has(id)));
    },
    'GET /api/v2/persons/{id}': (asked) => ok(found('person', asked)),
    'GET /api/v2/products': (asked) => list('product', asked, ({ is_deleted }) => is_deleted !== true),
    'GET /api/v2/products/{id}': (asked) => ok(shown('product', found('product', asked), asked.query)),
    'GET /api/v2/pipelines': (asked) => pages(company.pipelines, asked),
    'GET /api/v2/stages': (asked) => pages(company.stages, asked),
    ...fieldHandlers('deal', 'dealFields'),
    ...fieldHandlers('organization', 'organizationFields'),
    'GET /api/v2/productFields': (asked) => fieldPage('product', asked),
    'GET /v1/deals/{id}/permittedUsers': (asked) => permitted('deal', asked),
    'GET /v1/organizations/{id}/permittedUsers': (asked) => permitted('organization', asked),
    'GET /v1/deals/{id}/participants': (asked) => {
      const { id } = found('deal', asked);
      const [start, limit] = [Number(asked.query.get('start') ?? 0), Number(asked.query.get('limit') ?? 100)];
      const all = [...company.personsOf(id)].map((person) => participantOf(company, id, person));
      const more = all.length > start + limit;
      const pagination = {
        start,
        limit,
        more_items_in_collection: more,
        ...(more ? { next_start: start + limit } : {}),
      };
      return ok(all.slice(start, start + limit), { additional_data: { pagination } });
    },
    'PUT /v1/deals/{id}/merge': (asked) => {
      const lost = found('deal', asked);
      const kept = found('deal', { ...asked, id: String(asked.body.merge_with_id) });
      company.merge('deal', kept.id, lost.id);
      return ok(v1Deal(kept));
    },
    'GET /v1/users': ({ user }) => ok(users.map((each) => v1User(each, settings, each.id === user.id))),
    'GET /v1/users/me': ({ user }) => ok(meOf(user, settings)),
    'GET /v1/userSettings': () => ok({ list_limit: 100, beta_app: false, file_upload_destination: 's3' }),
    'GET /v1/currencies': () =>
      ok(
        ['EUR', 'USD', 'CHF', 'SEK'].map((code, nth) => ({
          ...{
            id: nth + 1,
            code,
            name: code,
            decimal_points: 2,
            symbol: code,
            active_flag: true,
            is_custom_flag: false,
          },
        })),
      ),
    'GET /v1/webhooks': () => ({
      body: { status: 'ok', success: true, data: [...webhooks.hooks.values()].map(hookOf) },
    }),
    'POST /v1/webhooks': ({ body, user }) => {
      const data = hookOf(webhooks.create(body, user.id));
      return { status: 201, body: { status: 'ok', success: true, data } };
    },
    'DELETE /v1/webhooks/{id}': ({ id }) => {
      if (!webhooks.hooks.delete(Number(id))) throw badHook(404, { id: ['not found'] });
      return { body: { status: 'ok', success: true } };
    },
  };
  function hookOf(hook: object): object {
    const { failures: _, bannedUntil: __, succeeded: ___, ...told } = hook as Record<string, unknown>;
    return { ...told, company_id: settings.id, is_active: 1, type: 'application', remove_reason: null };
  }
}
