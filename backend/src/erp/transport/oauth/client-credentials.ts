import * as oauth from 'oauth4webapi';
import type { ErpPorts } from '../../contract/ports.ts';
import { refusalOf, requestTo, type TokenServer } from './server.ts';
import { expiry, type Tokens, tokensOf } from './tokens.ts';

/** Tokens of an application that signs in for itself. */
export const clientCredentials = (server: TokenServer, ports: ErpPorts): Tokens =>
  tokensOf(async (signal) => {
    try {
      const { server: at, client, auth, options } = await requestTo(server, ports, signal);
      const parameters = { ...server.parameters, ...(server.scope ? { scope: server.scope } : {}) };
      const response = await oauth.clientCredentialsGrantRequest(at, client, auth, parameters, options);
      const { access_token, expires_in } = await oauth.processClientCredentialsResponse(at, client, response);
      return { accessToken: access_token, expiresAt: expiry(ports.now(), expires_in) };
    } catch (error) {
      throw refusalOf(error, server);
    }
  }, ports);
