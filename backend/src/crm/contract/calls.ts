/** One request to a CRM. `ms`: until its answer; `status`: null without one; `operation`: what it was for, where the caller does not say. */
export type CrmSent = { method: string; url: string; status: number | null; ms: number; operation?: string };
/** Learns of every request of an account. */
export type OnSent = (account: string, sent: CrmSent) => void;

/** Makes a request and reports it, also when it fails. */
export async function reporting<Answer extends { status: number }>(
  onSent: OnSent | undefined,
  account: string,
  about: Pick<CrmSent, 'method' | 'url' | 'operation'>,
  send: () => Promise<Answer>,
): Promise<Answer> {
  if (!onSent) return send();
  const began = performance.now();
  let status: number | null = null;
  try {
    const answer = await send();
    status = answer.status;
    return answer;
  } finally {
    onSent(account, { ...about, status, ms: performance.now() - began });
  }
}
