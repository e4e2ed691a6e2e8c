import { readFileSync } from 'node:fs';
import { domainToASCII } from 'node:url';

/** The bare address in lower case: `Kessler <Info@Kessler.example>` is `info@kessler.example`. Null where there is none. */
export function emailKey(text: string | null | undefined): string | null {
  const address = /[^\s<>@:;,"']+@[^\s<>@:;,"']+/.exec((text ?? '').normalize('NFC').trim());
  const [local, domain] = address?.[0].split('@') ?? [];
  const ascii = domainKey(domain);
  return local && ascii ? `${local.toLowerCase()}@${ascii}` : null;
}

/** A domain as it is compared, out of an address of a website or a plain domain: `https://www.Müller.example/de` is `xn--mller-kva.example`. */
export function domainKey(text: string | null | undefined): string | null {
  const host = (text ?? '')
    .trim()
    .replace(/^[a-z][a-z+.-]*:\/\//i, '')
    .split(/[/?#:]/)[0]
    ?.replace(/^.*@/, '')
    .replace(/\.$/, '');
  const ascii = domainToASCII(host ?? '')
    .toLowerCase()
    .replace(/^www\./, '');
  return ascii.includes('.') ? ascii : null;
}

/** Providers with a domain in many countries. */
const families =
  /^(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|rocketmail|aol|gmx|icloud|protonmail|yandex|zohomail|freemail|fastmail)\.(?:com?\.)?[a-z]{2,4}$/;
let listed: ReadonlySet<string> | null = null;

/** Whether anybody can have an address there: such a domain says nothing about a company. Subdomains count as their provider. */
export function isFreeMail(domain: string): boolean {
  listed ??= new Set(
    readFileSync(new URL('free-mail-domains.txt', import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#')),
  );
  const labels = domain.split('.');
  for (let at = 0; at < labels.length - 1; at += 1) {
    const parent = labels.slice(at).join('.');
    if (listed.has(parent) || families.test(parent)) return true;
  }
  return false;
}

/** The domain of an address or website where it belongs to one company; null for free mail. */
export function companyDomain(text: string | null | undefined): string | null {
  const domain = domainKey(text);
  return domain === null || isFreeMail(domain) ? null : domain;
}
