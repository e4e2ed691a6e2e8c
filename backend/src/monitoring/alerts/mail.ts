import { alertTranslator } from '@backroom/shared/messages/alerts';
import { html } from 'hono/html';
import { createTransport } from 'nodemailer';
import type { ApprovalLetter, Letter } from './approval-letter.ts';
import { approvalOf, type Message } from './outbox.ts';
import { alertText, placeOf } from './text.ts';

/** How long a mail server may take for each step of an attempt. */
const STEP_MS = 15_000;
/** The operator's mail server: `smtp://user:password@host:587`, and the sender. */
export type MailSettings = { url: string; from: string };
export type SendMail = (message: Message) => Promise<void>;

const marks = { raised: 'news.raised', still: 'news.still', solved: 'news.solved' } as const;

/** The e-mail in the recipient's language, as plain text and as simple HTML. */
export async function letterOf(
  { items, kind, locale }: Pick<Message, 'items' | 'kind' | 'locale'>,
  about: { origin: string; timeZone: string; account: string },
): Promise<Letter> {
  const a = alertTranslator(locale);
  const { origin, timeZone, account } = about;
  if (kind === 'test') {
    const lines = [a('mail.test_text'), a('mail.account', { account })];
    const link = `${origin}/desk/alerts`;
    return {
      subject: a('mail.test'),
      text: `${[...lines, link].join('\n\n')}\n`,
      html: String(
        await html`<!doctype html><html lang="${locale}"><body><p>${lines[0]}</p><p>${lines[1]}</p><p><a href="${link}">${a('mail.open')}</a></p></body></html>`,
      ),
    };
  }
  const parts = items.map((item) => {
    const { title, todo, since } = alertText(locale, timeZone, item);
    const news = a(marks[item.news]);
    return { news, title, since, todo: item.news === 'solved' ? '' : todo, link: `${origin}${placeOf(item)}` };
  });
  const [first] = parts;
  const subject =
    parts.length === 1 && first ? `${first.news}: ${first.title}` : a('mail.several', { count: String(parts.length) });
  const text = parts
    .map(({ news, title, since, todo, link }) => [`${news}: ${title}`, since, todo, link].filter(Boolean).join('\n'))
    .join('\n\n');
  const body = html`<!doctype html><html lang="${locale}"><body>${parts.map(
    ({ news, title, since, todo, link }) =>
      html`<h2>${news}: ${title}</h2><p>${since}</p>${todo ? html`<p>${todo}</p>` : ''}<p><a href="${link}">${a('mail.open')}</a></p>`,
  )}<hr><p>${a('mail.account', { account })} ${a('mail.sign_in')} <a href="${origin}/desk/alerts">${a('mail.change')}</a></p></body></html>`;
  return {
    subject: `Backroom: ${subject}`,
    text: `${text}\n\n-- \n${a('mail.account', { account })} ${a('mail.sign_in')}\n${a('mail.change')}: ${origin}/desk/alerts\n`,
    html: String(await body),
  };
}

/** Sends through the operator's mail server. Throws where it did not take the message. */
export function mailer(
  { url, from }: MailSettings,
  about: { origin: string; zoneOf: (message: Message) => Promise<string>; approvalLetter: ApprovalLetter },
): SendMail {
  const transport = createTransport(url, {
    connectionTimeout: STEP_MS,
    greetingTimeout: STEP_MS,
    socketTimeout: STEP_MS,
    dnsTimeout: STEP_MS,
  } as never);
  return async (message) => {
    const { account, id, target, locale } = message;
    const approval = approvalOf(message.kind);
    const letter =
      approval === null
        ? await letterOf(message, { origin: about.origin, timeZone: await about.zoneOf(message), account })
        : await about.approvalLetter({ account, approval, email: target, locale });
    // Decided meanwhile.
    if (letter === null) return;
    await transport.sendMail({
      from,
      to: target,
      ...letter,
      // Sent twice after a crash, it is still one message to the recipient.
      messageId: `<${id}@${new URL(about.origin).hostname}>`,
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Backroom-Message': id },
    });
  };
}
/** Why a mail server did not take a message, without addresses: its code and status. */
export function mailProblem(error: unknown): string {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  const parts = [code, responseCode].filter((part) => typeof part === 'string' || typeof part === 'number');
  return parts.length > 0 ? parts.join(' ') : 'failed';
}
