import { type Company, type Row, type Settings, type User, users } from './company.ts';

/** Version 1 has moments without a zone, in UTC. */
const plain = (moment: unknown) => (typeof moment === 'string' ? moment.replace('T', ' ').replace('Z', '') : null);
export function v1User(
  { id, name, email, admin, language }: User,
  { currency, timeZone }: Settings,
  you: boolean,
): object {
  const access = ['sales', 'global', 'account_settings'].map((app) => ({
    ...{ app, admin, permission_set_id: `5b1c${id}-0000-4000-8000-000000000000` },
  }));
  return {
    ...{ id, name, default_currency: currency, locale: `${language.language_code}_${language.country_code}`, lang: 1 },
    ...{ email, phone: null, activated: true, last_login: '2026-11-20 08:45:56', created: '2024-11-13 09:16:26' },
    ...{ modified: null, has_created_company: admin, access, active_flag: true, timezone_name: timeZone },
    ...{ timezone_offset: '+01:00', role_id: 1, icon_url: null, is_you: you, is_deleted: false },
  };
}
/** `locale` is the format of numbers; the language stands apart. */
export const meOf = (user: User, settings: Settings): object => ({
  ...v1User(user, settings, true),
  ...{ company_id: settings.id, company_name: 'Nordlicht GmbH', company_domain: settings.domain },
  ...{ company_country: 'DE', company_industry: null, language: user.language },
});
export function v1Deal(row: Row): object {
  const of = (id: unknown) => users.find((each) => each.id === id);
  const user = of(row.owner_id);
  return {
    ...row,
    ...{ add_time: plain(row.add_time), update_time: plain(row.update_time), won_time: plain(row.won_time) },
    ...{ active: row.status === 'open', deleted: row.is_deleted, visible_to: String(row.visible_to) },
    user_id: user ? { id: user.id, name: user.name, email: user.email, active_flag: true, value: user.id } : null,
  };
}
export function participantOf(company: Company, deal: number, person: number): object {
  const { name, emails, phones, org_id } = company.rowOf('person', person);
  const about = { active_flag: true, name, email: emails, phone: phones };
  return {
    id: deal * 1000 + person,
    person_id: { ...about, value: person },
    ...{ add_time: plain(company.stamp()), active_flag: true },
    related_item_data: { deal_id: deal, title: company.rowOf('deal', deal).title },
    person: { ...about, id: person, company_id: company.settings.id, org_id: org_id ? { value: org_id } : null },
  };
}
