import type { AccountId } from '@backroom/shared';
import { approvalsTranslator } from '@backroom/shared/messages/approvals';
import { wordsFor } from '@backroom/shared/messages/languages';
import type { Locale } from '@backroom/shared/messages/locale';
import { html } from 'hono/html';
import type { ApprovalRow } from '../../store/approvals.ts';

export type Letter = { subject: string; text: string; html: string };
export type ApprovalLetter = (about: {
  account: AccountId;
  approval: string;
  email: string;
  locale: Locale;
}) => Promise<Letter | null>;

/** A mail that asks one person to approve an order. What its checks found stands on the page behind the link, not in a mailbox. */
export async function approvalLetter(
  { names, deal, total, requestedBy }: ApprovalRow,
  { locale, link }: { locale: Locale; link: string },
): Promise<Letter> {
  const a = approvalsTranslator(locale);
  const { format } = wordsFor({ locale, timeZone: 'UTC' });
  const name = names.record ?? deal;
  const lines = [
    a('mail.asks', { by: requestedBy, name }),
    ...(names.customer ? [`${a('customer')}: ${names.customer}`] : []),
    ...(total ? [`${a('col.total')}: ${format.money(total)}`] : []),
    a('mail.how'),
  ];
  const body = html`<!doctype html><html lang="${locale}"><body>${lines.map((line) => html`<p>${line}</p>`)}<p><a href="${link}">${a('mail.open')}</a></p></body></html>`;
  return { subject: a('mail.subject', { name }), text: `${[...lines, link].join('\n\n')}\n`, html: String(await body) };
}
