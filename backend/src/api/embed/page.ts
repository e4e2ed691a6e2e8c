import { embedWords } from '@backroom/shared/messages/embed';
import { type Locale, languageOf } from '@backroom/shared/messages/locale';
import type { Context, Handler } from 'hono';
import type { PanelSessions } from '../../access/panel-sessions.ts';
import type { CrmEmbed } from '../../crm/contract/embed.ts';
import type { Variables } from '../../problems/answer.ts';
import { ProblemError } from '../../problems/error.ts';
import type { builtPage } from './files.ts';

type Env = { Variables: Variables };
/** Only such sources get into the header: an origin, or the vendor's origins by a wildcard. */
const source = /^https?:\/\/(\*\.)?[a-z0-9.-]+(:\d{1,5})?$/i;
const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

/** Browsers list their languages best first. */
const languageIn = (header: string | undefined): Locale => languageOf(header?.trim());

/** Nothing but our own files, in frames of this account's CRM. No `X-Frame-Options`: it cannot name an origin. */
function policy(frameAncestors: readonly string[]): string {
  const allowed = frameAncestors.filter((each) => source.test(each));
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    `frame-ancestors ${allowed.length > 0 ? allowed.join(' ') : "'none'"}`,
  ].join('; ');
}

/** The page is the same for everybody: who looks, and at what, is asked for by its script. */
export function pageRoute(options: {
  embedOf: (context: Context<Env>) => CrmEmbed;
  sessions: Pick<PanelSessions, 'signPage'>;
  built: Pick<ReturnType<typeof builtPage>, 'html'>;
}): Handler<Env> {
  return async (context) => {
    const {
      account,
      frameAncestors,
      locale = null,
      settings = {},
    } = await options.embedOf(context).page(context.req.query());
    const page = account ? await options.sessions.signPage(account) : '';
    const language = languageIn(locale ?? context.req.header('accept-language'));
    const words = JSON.stringify(embedWords[language]);
    const told = { page, settings: JSON.stringify(settings), words, locale: locale ?? '' };
    const head = Object.entries(told).map(
      ([name, text]) => `<meta name="backroom-${name}" content="${escaped(text)}">`,
    );
    let html: string;
    try {
      html = options.built.html();
    } catch (cause) {
      throw new ProblemError('not_found', { detail: 'the page was not built', cause });
    }
    const whole = html
      .replace('<html lang="en">', `<html lang="${language}">`)
      .replace('</head>', () => `${head.join('')}</head>`);
    return context.body(whole, 200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy(frameAncestors),
      'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    });
  };
}

export const fileRoute =
  (built: Pick<ReturnType<typeof builtPage>, 'file'>): Handler<Env, '/assets/:file'> =>
  (context) => {
    let file: ReturnType<typeof built.file> = null;
    try {
      file = built.file(context.req.param('file'));
    } catch (cause) {
      throw new ProblemError('not_found', { detail: 'the page was not built', cause });
    }
    if (!file) throw new ProblemError('not_found');
    const isZipped = /\bgzip\b/.test(context.req.header('accept-encoding') ?? '');
    return context.body(isZipped ? file.zipped : file.plain, 200, {
      'content-type': file.type,
      vary: 'accept-encoding',
      'cache-control': 'public, max-age=31536000, immutable',
      'cross-origin-resource-policy': 'same-origin',
      ...(isZipped ? { 'content-encoding': 'gzip' } : {}),
    });
  };
