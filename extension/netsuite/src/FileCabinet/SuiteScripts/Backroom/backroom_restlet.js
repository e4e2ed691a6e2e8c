/**
 * Backroom's RESTlet: what the REST web services of NetSuite do not have. It reads and prints, and writes nothing.
 *
 * @NApiVersion 2.1
 * @NScriptType Restlet
 * @NModuleScope SameAccount
 */
define(['N/query', 'N/render', 'N/runtime'], (query, render, runtime) => {
  const PRINTED = ['CustInvc', 'CustCred'];
  const failed = (kind, message) => ({ ok: false, kind, message });

  /** Which account and role a connection works with. */
  function about() {
    const user = runtime.getCurrentUser();
    return {
      ok: true,
      account: String(runtime.accountId),
      version: String(runtime.version),
      role: String(user.roleId),
      user: String(user.id),
    };
  }

  /** The PDF of an invoice or credit memo as NetSuite prints it. Other transactions are not printed. */
  function pdf({ id }) {
    if (!/^[1-9]\d{0,17}$/.test(String(id))) return failed('not_found', 'There is no such transaction.');
    const asked = { query: 'SELECT t.type FROM transaction t WHERE t.id = ?', params: [Number(id)] };
    const [found] = query.runSuiteQL(asked).asMappedResults();
    if (!found) return failed('not_found', 'There is no such transaction.');
    if (!PRINTED.includes(found.type))
      return failed('refused', 'This transaction is neither an invoice nor a credit memo.');
    const file = render.transaction({ entityId: Number(id), printMode: render.PrintMode.PDF, inCustLocale: true });
    return { ok: true, name: file.name, contents: file.getContents() };
  }

  const actions = { about, pdf };
  /** Answers in an envelope of its own: an error that a script catches is a success of the request. */
  function post(input) {
    const action = Object.hasOwn(actions, input.action) ? actions[input.action] : null;
    if (!action) return failed('refused', `There is no action "${input.action}".`);
    try {
      return action(input);
    } catch (error) {
      if (/^(RCRD_DSNT_EXIST|INVALID_RCRD_ID|NONEXISTENT_ID|INVALID_KEY_OR_REF)$/.test(error.name))
        return failed('not_found', error.message);
      if (/^(INSUFFICIENT_PERMISSION|INSUFFICIENT_PERMISSIONS)$/.test(error.name))
        return failed('unauthorised', error.message);
      throw error;
    }
  }
  return { post };
});
