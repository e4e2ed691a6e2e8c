import { X509Certificate } from 'node:crypto';

const block = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g;
/** The certificates in a text, each written anew: a form's single line has lost their line breaks. Null where one is none. */
export function certificatesIn(text: string): string[] | null {
  const found = [...text.matchAll(block)].map(([, body = '']) => {
    const lines = body.replace(/\s+/g, '').match(/.{1,64}/g) ?? [];
    return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
  });
  try {
    for (const each of found) new X509Certificate(each);
  } catch {
    return null;
  }
  return found.length > 0 ? found : null;
}
