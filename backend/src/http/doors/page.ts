/** A page of ours outside any CRM. `body` is markup; whatever comes from outside must be escaped by `text`. */
export const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><main><h1>${title}</h1>${body}</main></html>`;
export const text = (value: string): string => value.replace(/[^\w:. -]/g, '');
