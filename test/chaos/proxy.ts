import { createServer, connect as dial, type Socket } from 'node:net';
import type { Erp } from './erps.ts';

/**
 * What happens to one request on its way:
 * `reset_before` the ERP never sees it · `reset_during` the ERP gets all of it, the line is cut before it answers · `reset_after` the ERP has
 * answered, nobody hears it · `cut` half of the answer, then a reset · `drip` the answer in small pieces · `hang` the answer never comes, the
 * line stays open · `answer` the ERP never sees it, something else answers · `answer_after` the ERP has done it, something else answers ·
 * `drift` the answer's fields have other names · `late` the ERP gets it only after so long, whether or not somebody still waits.
 */
export type Fault =
  | { kind: 'reset_before' | 'reset_during' | 'reset_after' | 'cut' | 'hang' }
  | { kind: 'drip' | 'late'; ms: number }
  | { kind: 'answer' | 'answer_after'; bytes: string }
  | { kind: 'drift'; names: readonly (readonly [from: string, to: string])[] };
export type Passing = { write: boolean; reference: string | null; head: string };
type Rule = (request: Passing) => Fault | null;

/** An HTTP answer as bytes, of the kind that stands between a client and an ERP on a bad day. */
export const httpAnswer = (status: string, type: string, body: string, headers: readonly string[] = []): string =>
  [
    `HTTP/1.1 ${status}`,
    `content-type: ${type}`,
    `content-length: ${Buffer.byteLength(body)}`,
    ...headers,
    '',
    body,
  ].join('\r\n');

/** Collects bytes until a whole HTTP message is there. Our clients send one request at a time on a line, so the rest is always empty. */
function reader(socket: Socket) {
  let buffer: Buffer = Buffer.alloc(0);
  let over = false;
  let wake: () => void = () => {};
  socket.on('data', (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk]);
    wake();
  });
  for (const event of ['end', 'close', 'error'] as const)
    socket.on(event, () => {
      over = true;
      wake();
    });
  /** `headOnly`: the answer to a HEAD names the length of a body that does not come. */
  function whole(headOnly: boolean): number | null {
    const headEnd = buffer.indexOf('\r\n\r\n');
    if (headEnd < 0) return null;
    const head = buffer.subarray(0, headEnd).toString('latin1').toLowerCase();
    const start = headEnd + 4;
    if (headOnly) return start;
    if (/\r\ntransfer-encoding: *chunked/.test(head)) {
      const end = buffer.indexOf('0\r\n\r\n', start);
      return end < 0 || !buffer.subarray(end).equals(Buffer.from('0\r\n\r\n')) ? null : end + 5;
    }
    const length = Number(/\r\ncontent-length: *(\d+)/.exec(head)?.[1] ?? (/^http\/1\.[01] 200/.test(head) ? NaN : 0));
    // Without a length the answer ends with the line.
    if (Number.isNaN(length)) return over ? buffer.length : null;
    return buffer.length >= start + length ? start + length : null;
  }
  return async (headOnly = false): Promise<Buffer | null> => {
    for (;;) {
      const length = whole(headOnly);
      if (length !== null && length > 0) {
        const message = buffer.subarray(0, length);
        buffer = buffer.subarray(length);
        return message;
      }
      if (over) return null;
      await new Promise<void>((next) => {
        wake = next;
      });
    }
  };
}

function rename(message: Buffer, names: readonly (readonly [from: string, to: string])[]): Buffer {
  let text = message.toString('latin1');
  // Equal length, so that the content-length stays true.
  for (const [from, to] of names)
    text = text.replaceAll(`"${from}"`, `"${to.padEnd(from.length, '_').slice(0, from.length)}"`);
  return Buffer.from(text, 'latin1');
}

export type ChaosProxy = {
  url: string;
  port: number;
  /** Requests that a fault met, by kind; `unanswered`: the ERP itself never answered them. */
  met: Record<string, number>;
  setRule: (rule: Rule | null) => void;
  /** Requests that are held back and will still reach the ERP. */
  onTheWay: () => number;
  /** Nobody listens any more: the connection itself is refused, as with an ERP that is switched off. */
  refuse: () => Promise<void>;
  listen: () => Promise<void>;
  close: () => Promise<void>;
};

/** A TCP proxy of our own between backend and ERP. */
export async function startProxy(options: {
  port: number;
  erp: Pick<Erp, 'port' | 'isWrite' | 'referenceOf' | 'answered'>;
}): Promise<ChaosProxy> {
  const { erp: target } = options;
  let rule: Rule | null = null;
  let late = 0;
  const met: Record<string, number> = {};
  const open = new Set<Socket>();
  const track = (socket: Socket) => {
    open.add(socket);
    socket.on('error', () => {});
    socket.once('close', () => open.delete(socket));
    socket.setNoDelay(true);
    return socket;
  };

  async function serve(client: Socket): Promise<void> {
    const nextRequest = reader(track(client));
    let erp: Socket | null = null;
    let nextAnswer: ReturnType<typeof reader> | null = null;
    let busy = false;
    for (;;) {
      const request = await nextRequest();
      if (!request) break;
      const text = request.toString('latin1');
      const passing = {
        write: target.isWrite(text),
        reference: target.referenceOf(text),
        head: text.slice(0, text.indexOf('\r\n')),
      };
      const fault = rule?.(passing) ?? null;
      if (fault) met[fault.kind] = (met[fault.kind] ?? 0) + 1;
      if (fault?.kind === 'reset_before') break;
      if (fault?.kind === 'answer') {
        client.write(fault.bytes);
        continue;
      }
      if (fault?.kind === 'late') {
        late += 1;
        await new Promise((passed) => setTimeout(passed, fault.ms));
      }
      if (!erp || erp.destroyed || !nextAnswer) {
        erp = track(dial(target.port, '127.0.0.1'));
        nextAnswer = reader(erp);
        // An ERP ends a line that stood idle; its client has to see that, or its next request would be cut by us and not by a fault.
        erp.once('close', () => {
          if (!busy) client.end();
        });
      }
      busy = true;
      erp.write(request);
      // The bytes are handed over before the line goes: whether the ERP gets to them is the ERP's luck, as it is in life.
      if (fault?.kind === 'reset_during') {
        await new Promise((sent) => setTimeout(sent, 2));
        client.resetAndDestroy();
        break;
      }
      const answer = await nextAnswer(text.startsWith('HEAD '));
      busy = false;
      if (fault?.kind === 'late') late -= 1;
      if (answer) target.answered?.(text, answer.toString('latin1'));
      else if (!fault) met.unanswered = (met.unanswered ?? 0) + 1;
      if (!answer || fault?.kind === 'reset_after') break;
      if (fault?.kind === 'hang') {
        await new Promise((done) => client.once('close', done));
        break;
      }
      if (fault?.kind === 'cut') {
        client.write(answer.subarray(0, Math.floor(answer.length / 2)));
        await new Promise((sent) => setTimeout(sent, 2));
        break;
      }
      if (fault?.kind === 'drip') {
        for (let at = 0; at < answer.length && !client.destroyed; at += 64) {
          client.write(answer.subarray(at, at + 64));
          await new Promise((next) => setTimeout(next, fault.ms));
        }
        continue;
      }
      if (fault?.kind === 'answer_after') client.write(fault.bytes);
      else client.write(fault?.kind === 'drift' ? rename(answer, fault.names) : answer);
    }
    client.resetAndDestroy();
    // The ERP's side ends softly, so that what it has read it also does.
    erp?.end();
  }

  const server = createServer((client) => void serve(client));
  const listen = () =>
    new Promise<void>((ready, fail) => {
      if (server.listening) return ready();
      server.once('error', fail);
      server.listen(options.port, '127.0.0.1', () => ready());
    });
  const refuse = () =>
    new Promise<void>((done) => {
      if (!server.listening) return done();
      server.close(() => done());
      for (const socket of open) socket.resetAndDestroy();
    });
  await listen();
  return {
    url: `http://127.0.0.1:${options.port}`,
    port: options.port,
    met,
    setRule: (next) => {
      rule = next;
    },
    onTheWay: () => late,
    refuse,
    listen,
    close: refuse,
  };
}
