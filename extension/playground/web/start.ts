const text = document.getElementById('start')?.textContent;
/** What came with the page. */
export const start = <Data>(): Data => JSON.parse(text ?? '{}') as Data;
