import { createHmac } from 'node:crypto';
import type { Settings, User } from './company.ts';

export type Opened = {
  resource: 'deal' | 'person' | 'organization';
  id: number | string;
  user: User;
  view?: 'details' | 'list';
  theme?: 'light' | 'dark';
};
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A JWT as the panel is opened with, and as `get_signed_token` gives it: HS256, five minutes, names user and company and no record. */
export function panelToken(
  secret: string,
  settings: Settings,
  user: User,
  now: number,
  more: { header?: object; claims?: object; seconds?: number } = {},
): string {
  const iat = Math.floor(now / 1000);
  const claims = { userId: user.id, companyId: settings.id, iat, exp: iat + (more.seconds ?? 300), ...more.claims };
  const text = `${part({ alg: 'HS256', typ: 'JWT', ...more.header })}.${part(claims)}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}
/** The query that Pipedrive opens the frame with. */
export const panelQuery = (settings: Settings, { resource, id, user, view, theme }: Opened, token: string) =>
  new URLSearchParams({
    ...{ resource, view: view ?? 'details', userId: String(user.id), companyId: String(settings.id) },
    ...{ selectedIds: String(id), id: crypto.randomUUID(), token, theme: theme ?? 'light' },
  });
