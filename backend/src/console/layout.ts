import { localeNames, locales } from '@backroom/shared/messages/locale';
import { html } from 'hono/html';
import type { DeskSession } from '../access/desk.ts';
import { assetUrl } from './assets.ts';
import type { Html, View } from './view.ts';

/** Where a page belongs in the navigation. */
export type Place =
  | 'orders'
  | 'reconciliation'
  | 'duplicates'
  | 'conflicts'
  | 'feed'
  | 'monitoring'
  | 'setup'
  | 'connections'
  | 'flows'
  | 'mapping'
  | 'policies'
  | 'approvals'
  | 'automation'
  | 'access';
/** The desk's pages in the order of the navigation; a page that is added here has a link on every other. */
const places: readonly { place: Place; path: string; role?: 'admin' }[] = [
  { place: 'orders', path: '/desk/orders' },
  { place: 'approvals', path: '/desk/approvals' },
  { place: 'automation', path: '/desk/automation' },
  { place: 'reconciliation', path: '/desk/reconciliation' },
  { place: 'duplicates', path: '/desk/duplicates' },
  { place: 'conflicts', path: '/desk/conflicts' },
  { place: 'feed', path: '/desk/feed' },
  { place: 'monitoring', path: '/desk/monitoring', role: 'admin' },
  { place: 'setup', path: '/desk/setup', role: 'admin' },
  { place: 'connections', path: '/desk/connections', role: 'admin' },
  { place: 'flows', path: '/desk/flows', role: 'admin' },
  { place: 'mapping', path: '/desk/mapping', role: 'admin' },
  { place: 'policies', path: '/desk/policies', role: 'admin' },
  { place: 'access', path: '/desk/access' },
];

export type PageInput = {
  title: string;
  /** Null: outside of the navigation, such as a problem. */
  place: Place | null;
  body: Html;
  /** Milliseconds until the parts of the page (`data-part`) are asked for again; absent for a page that somebody fills in. */
  live?: number;
  /** Where the page can be asked for again: where a changed language leads back to. Absent: where the browser says that it came from. */
  here?: string;
  /** Said to a screen reader when it has changed with a refresh. */
  say?: string;
};

/** `hubspot:4242` → "HubSpot account 4242". */
function accountName({ d, crmNames }: View, account: string): string {
  const at = account.indexOf(':');
  const crm = crmNames[account.slice(0, at)];
  return crm ? d('account', { crm, id: account.slice(at + 1) }) : account;
}

function top({ d }: View, session: DeskSession, place: Place | null): Html {
  return html`<header class="top">
<a class="brand" href="/desk/orders">${d('title')}</a>
<nav aria-label="${d('nav')}">${places
    .filter(({ role }) => role === undefined || session.roles.includes(role))
    .map(
      (each) =>
        html`<a href="${each.path}"${each.place === place ? html` aria-current="page"` : ''}>${d(`nav.${each.place}`)}</a>`,
    )}</nav>
<span class="who" title="${session.account}">${session.actor}</span>
<form method="post" action="/desk/sign-out"><button class="quiet">${d('sign_out')}</button></form>
</header>`;
}
function bottom(view: View, session: DeskSession, here: string | undefined): Html {
  const { d, locale, timeZone } = view;
  return html`<footer>
<form method="post" action="/desk/view">${here === undefined ? '' : html`<input type="hidden" name="back" value="${here}">`}<label>${d('language')} <select name="locale">${locales.map(
    (each) =>
      html`<option value="${each}" lang="${each}"${each === locale ? html` selected` : ''}>${localeNames[each]}</option>`,
  )}</select></label> <button class="quiet">${d('apply')}</button></form>
<p>${d('times_in', { zone: timeZone ?? 'UTC' })} · ${accountName(view, session.account)}</p>
</footer>`;
}

/** One page of the desk, whole. Without a session it has neither navigation nor footer. */
export function page(view: View, session: DeskSession | null, input: PageInput): Html {
  const { d, locale, timeZone } = view;
  return html`<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${input.title} · ${d('title')}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="${assetUrl('desk.css')}"><script type="module" src="${assetUrl('desk.js')}"></script></head>
<body${input.live ? html` data-live="${input.live}"` : ''}${session && timeZone === null ? html` data-ask-zone` : ''}>
<a class="skip" href="#main">${d('skip')}</a>
${session ? top(view, session, input.place) : ''}
<main id="main" tabindex="-1"><p id="stale" class="notice warning" role="status" hidden>${d('stale')}</p>
${input.body}</main>
${session ? bottom(view, session, input.here) : ''}
<p id="said" class="unseen" role="status"></p>${input.say === undefined ? '' : html`<span id="say" data-say="${input.say}" hidden></span>`}
</body></html>`;
}
