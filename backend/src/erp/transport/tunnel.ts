import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP, type LookupFunction, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

type Target = { hostname: string; port: string; protocol: string; servername?: string };
type Done = (error: Error | null, socket: Socket | null) => void;
/** How fetch gets a connection that is made otherwise than straight. */
export type Connector = (target: Target, done: Done) => void;
type Options = {
  proxy: URL;
  /** Judges the proxy's own address when it is connected. */
  lookup: LookupFunction;
  ca: string[] | undefined;
  /** An error for a target that this installation may not reach through it either. */
  judge: (host: string, done: (error: Error | null) => void) => void;
};

const CONNECT_MS = 10_000;
/** The proxy did not connect: nothing reached the ERP. */
const notConnected = (words: string, code: string): Error => Object.assign(new Error(words), { code });

/** A tunnel through a proxy (CONNECT). The proxy sees the name and port of an ERP and nothing of what is said to it by https. */
export const tunnel =
  ({ proxy, lookup, ca, judge }: Options): Connector =>
  ({ hostname, port, protocol, servername }, answer) => {
    let told = false;
    const done: Done = (error, socket) => {
      if (told) return socket?.destroy();
      told = true;
      answer(error, socket);
    };
    judge(hostname, (refused) => {
      if (refused) return done(refused, null);
      const secure = proxy.protocol === 'https:';
      const authority = `${isIP(hostname) === 6 ? `[${hostname}]` : hostname}:${port || (protocol === 'https:' ? 443 : 80)}`;
      const asking = (secure ? secureRequest : plainRequest)({
        host: proxy.hostname.replace(/^\[|\]$/g, ''),
        port: proxy.port || (secure ? 443 : 80),
        method: 'CONNECT',
        path: authority,
        headers: { host: authority },
        lookup,
        agent: false,
        timeout: CONNECT_MS,
      });
      asking.once('connect', (response, socket) => {
        socket.setTimeout(0);
        if (response.statusCode !== 200) {
          socket.destroy();
          return done(notConnected(`the proxy answered ${response.statusCode}`, 'EHOSTUNREACH'), null);
        }
        if (protocol !== 'https:') return done(null, socket);
        const name = servername || (isIP(hostname) ? undefined : hostname);
        const encrypted = connectTls({ socket, host: hostname, servername: name, ca, ALPNProtocols: ['http/1.1'] });
        encrypted.once('secureConnect', () => done(null, encrypted)).once('error', (error) => done(error, null));
      });
      asking.once('timeout', () => asking.destroy(notConnected('the proxy did not answer', 'UND_ERR_CONNECT_TIMEOUT')));
      asking.once('error', (error) => done(error, null));
      asking.end();
    });
  };
