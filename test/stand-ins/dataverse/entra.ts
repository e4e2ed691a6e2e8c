import { signingKey } from '../signed-tokens.ts';

/** Keys of Microsoft Entra, and tokens of people signed with them, for an app that checks who calls it. */
export function entraKeys(tenant: string, kid = 'stand-in-1') {
  const { keys, signed } = signingKey(kid);
  const issuer = `https://login.microsoftonline.com/${tenant}/v2.0`;
  return {
    issuer,
    /** As `/{tenant}/discovery/v2.0/keys` answers. */
    keys,
    /** An access token of version 2.0. What is given replaces what Entra would say. */
    token(
      claims: { aud: string; oid: string } & Readonly<Record<string, unknown>>,
      header: object = {},
      now = Date.now(),
    ): string {
      const at = Math.floor(now / 1000);
      const said = {
        iss: issuer,
        iat: at,
        nbf: at,
        exp: at + 3600,
        tid: tenant,
        ver: '2.0',
        sub: `sub-${claims.oid}`,
        ...claims,
      };
      return signed(said, header);
    },
  };
}
