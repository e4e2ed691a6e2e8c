/** The cookies of one sign-in. An ERP has one host, so neither paths nor domains are told apart. */
export function cookieJar(now: () => number) {
  const kept = new Map<string, string>();
  return {
    take(headers: Headers): void {
      for (const line of headers.getSetCookie()) {
        const [pair = '', ...attributes] = line.split(';');
        const at = pair.indexOf('=');
        if (at <= 0) continue;
        const [name, value] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
        if (value === '' || attributes.some((each) => isOver(each, now()))) kept.delete(name);
        else kept.set(name, value);
      }
    },
    header: (): Record<string, string> =>
      kept.size === 0 ? {} : { cookie: [...kept].map(([name, value]) => `${name}=${value}`).join('; ') },
  };
}
export type CookieJar = ReturnType<typeof cookieJar>;

function isOver(attribute: string, now: number): boolean {
  const [name = '', value = ''] = attribute.split('=', 2).map((part) => part.trim());
  if (/^max-age$/i.test(name)) return Number(value) <= 0;
  return /^expires$/i.test(name) && Date.parse(value) <= now;
}
