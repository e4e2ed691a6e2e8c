/** What came of one hostile request. `succeeded`: it got what it was after. */
export type Outcome = { status: number; succeeded: boolean; code?: string | undefined };
export type Attack = { kind: string; run: (index: number) => Promise<Outcome> };

export const pick = <Value>(values: readonly Value[], index: number): Value => values[index % values.length] as Value;

/** An answer that gives something: what the interface calls ok, a page, a cookie, a file, a redirect to somewhere else. */
export async function judged(answer: Response): Promise<Outcome> {
  const text = await answer.text();
  const refusedInside = answer.status === 200 && text.startsWith('{"ok":false');
  const away = (answer.headers.get('location') ?? '').includes('evil');
  const code = /"code":"(\w+)"/.exec(text)?.[1];
  return { status: answer.status, code, succeeded: away || (answer.status < 400 && !refusedInside) };
}
export const send = (url: string, init: RequestInit & { duplex?: 'half' } = {}): Promise<Outcome> =>
  fetch(url, { redirect: 'manual', ...init }).then(judged);
