/** HubSpot's own app, in whichever region the account lives. */
const HOST = /^app(-[a-z0-9]{1,20})?\.hubspot\.com$/;

/**
 * Where HubSpot wants the browser after an installation that began in its marketplace, if that is HubSpot: anything else would make our address
 * lead anywhere. `appOrigin`: where people use HubSpot by our configuration, which is the stand-in's on a developer's machine.
 */
export function returnAddress(text: string | undefined, appOrigin: string): string | null {
  const url = URL.parse(text ?? '');
  if (url === null || url.username !== '' || url.password !== '') return null;
  const isHubSpot = url.protocol === 'https:' && url.port === '' && HOST.test(url.hostname);
  return isHubSpot || url.origin === appOrigin ? url.href : null;
}
