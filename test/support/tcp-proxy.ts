import { connect, createServer, type Socket } from 'node:net';

/** A wire to another port of this machine that can be cut, as when the program behind it stops, and mended again. */
export type TcpProxy = {
  port: number;
  /** From now on it leads to this port. */
  aim: (target: number) => void;
  cut: () => Promise<void>;
  mend: () => Promise<void>;
  close: () => Promise<void>;
};

export async function openTcpProxy(first: number): Promise<TcpProxy> {
  let target = first;
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
  });
  const listen = (at: number) => new Promise<void>((done) => void server.listen(at, '127.0.0.1', done));
  const cut = async () => {
    const closed = new Promise<void>((done) => void server.close(() => done()));
    for (const socket of open) socket.destroy();
    await closed;
  };
  await listen(0);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return {
    port: address.port,
    aim(next) {
      if (next === target) return;
      target = next;
      // Who keeps connections alive would go on with the port before.
      for (const socket of open) socket.destroy();
    },
    cut,
    mend: () => listen(address.port),
    close: async () => void (server.listening && (await cut())),
  };
}
