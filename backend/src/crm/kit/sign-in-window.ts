import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import { secureHeaders } from 'hono/secure-headers';
import type { Variables } from '../../problems/answer.ts';
import type { Markup } from './pages.ts';

/**
 * Hands the proof to the frame that opened this window, which is of our own origin, and to nobody else. The frame closes the window when it has heard: the
 * message of a window that is gone has no source.
 */
const HAND_OVER = `const { content } = document.querySelector('meta[name="backroom-proof"]');
if (window.opener) window.opener.postMessage({ backroom: 1, type: 'signed-in', proof: content }, location.origin);
setTimeout(() => window.close(), 5000);`;
const handOverHash = `'sha256-${createHash('sha256').update(HAND_OVER).digest('base64')}'`;

/** An app of the window that a frame opens for a sign-in. Its last page is `signedInPage`. */
export function signInWindow() {
  const app = new Hono<{ Variables: Variables }>();
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: [handOverHash],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      // The frame that opened this window must stay its opener.
      crossOriginOpenerPolicy: 'unsafe-none',
      referrerPolicy: 'no-referrer',
    }),
  );
  return app;
}
export const signedInPage = (proof: string): Markup =>
  html`<!doctype html><html lang="en"><meta charset="utf-8"><meta name="backroom-proof" content="${proof}"><title>Signed in · Backroom</title>
<p>You are signed in. This window can be closed.</p><script>${raw(HAND_OVER)}</script></html>`;
