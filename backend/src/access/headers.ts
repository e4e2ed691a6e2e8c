import { secureHeaders } from 'hono/secure-headers';

/** Browsers heed it over TLS only, so plain http on loopback is left alone. */
export const TWO_YEARS = 'max-age=63072000; includeSubDomains';

type Policy = Partial<Record<'scriptSrc' | 'styleSrc' | 'connectSrc' | 'imgSrc' | 'formAction', string[]>>;
/** Headers of a page of ours: nothing is loaded from elsewhere but what `policy` allows, and no other site may hold the page in a frame. */
export const pageHeaders = (policy: Policy = {}) =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      ...policy,
      formAction: ["'self'", ...(policy.formAction ?? [])],
      baseUri: ["'none'"],
      objectSrc: ["'none'"],
      frameAncestors: ["'none'"],
    },
    // With `no-referrer` browsers send `Origin: null` along with our own forms.
    referrerPolicy: 'same-origin',
    strictTransportSecurity: TWO_YEARS,
    xFrameOptions: 'DENY',
  });
