// Makes the solution in an organisation by its Web API, as somebody who may customise it:
//   DATAVERSE_TOKEN=$(az account get-access-token --resource https://contoso.crm4.dynamics.com --query accessToken -o tsv) \
//     node extension/dynamics/solution/install.ts https://contoso.crm4.dynamics.com
import { SOLUTION } from './columns.ts';
import { type Request, requests } from './requests.ts';

const [url = ''] = process.argv.slice(2);
const token = process.env.DATAVERSE_TOKEN ?? '';
if (!/^https:\/\/[a-z0-9-]+\.crm\d*\.dynamics\.com\/?$/i.test(url) || token === '') {
  console.error(
    'usage: DATAVERSE_TOKEN=… node extension/dynamics/solution/install.ts https://contoso.crm4.dynamics.com',
  );
  process.exit(2);
}
const base = `${url.replace(/\/$/, '')}/api/data/v9.2/`;
async function call(
  method: 'GET' | 'POST',
  path: string,
  body?: object,
  inSolution = false,
): Promise<Record<string, unknown>> {
  const response = await fetch(`${base}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...{ accept: 'application/json', 'odata-version': '4.0', 'odata-maxversion': '4.0' },
      ...(body ? { 'content-type': 'application/json', prefer: 'return=representation' } : {}),
      ...(inSolution ? { 'mscrm.solutionuniquename': SOLUTION.uniquename } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}
async function make({ path, body, exists }: Request, inSolution: boolean): Promise<Record<string, unknown>> {
  const found = (await call('GET', exists)).value as Record<string, unknown>[];
  const [there] = found;
  console.log(`${there ? 'there' : 'made '} ${path} ${JSON.stringify(body).slice(0, 80)}`);
  return there ?? (await call('POST', path, body, inSolution));
}
const publisher = await make(requests('').publisher, false);
for (const each of requests(String(publisher.publisherid)).rest) await make(each, each.path !== 'solutions');
await call('POST', 'PublishAllXml', {});
console.log('published');
