/** jsforce, loaded when the first Salesforce account needs it: 35 MB and 0.15 s that an installation with HubSpot alone does not pay. */
async function load() {
  const [{ Connection, OAuth2 }, { setDefaults }] = await Promise.all([
    import('jsforce/lib/core.js'),
    import('jsforce/lib/request.js'),
  ]);
  // Its own defaults repeat a read five times over 15 s and wait half an hour for an answer; whether to ask again is ours to decide.
  setDefaults({ timeout: 8000, retry: { maxRetries: 0, statusCodes: [] }, followRedirect: false });
  return { Connection, OAuth2 };
}
let loading: ReturnType<typeof load> | null = null;
export function jsforce(): ReturnType<typeof load> {
  loading ??= load();
  return loading;
}
