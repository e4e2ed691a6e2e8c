import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';

export type Sent = { url: string; headers: Record<string, string>; body: string };
export type Answered = { status: number; type: string; body: string };
const code = `
const { workerData: { flag, port } } = require('node:worker_threads');
port.on('message', async ({ url, headers, body }) => {
  let answer;
  try {
    const response = await fetch(url, { method: 'POST', headers, body });
    answer = { status: response.status, type: response.headers.get('content-type') ?? '', body: await response.text() };
  } catch (error) {
    answer = { status: 0, type: '', body: String(error.cause ?? error) };
  }
  port.postMessage(answer);
  Atomics.store(flag, 0, 1);
  Atomics.notify(flag, 0);
});`;

/** A POST that is over when it returns: the kit puts records into a CRM without waiting for them. */
export function syncPost(): { post: (sent: Sent) => Answered; end: () => Promise<unknown> } {
  const flag = new Int32Array(new SharedArrayBuffer(4));
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(code, { eval: true, workerData: { flag, port: port2 }, transferList: [port2] });
  return {
    post(sent) {
      Atomics.store(flag, 0, 0);
      port1.postMessage(sent);
      Atomics.wait(flag, 0, 0);
      const answer = receiveMessageOnPort(port1)?.message as Answered | undefined;
      if (!answer) throw new Error('no answer');
      return answer;
    },
    end() {
      port1.close();
      return worker.terminate();
    },
  };
}
