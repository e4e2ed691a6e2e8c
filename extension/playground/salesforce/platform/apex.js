/**
 * A method of an Apex class, as an LWC imports it: a function that gives a promise, and a wire adapter. The page decides who answers
 * (`salesforceOrg.apex`); a failure has the shape that Salesforce gives it, with the words in `body.message`.
 */
export function apexMethod(name) {
  const call = (input = {}) => globalThis.salesforceOrg.apex(name, input);
  call.adapter = class {
    constructor(tell) {
      this.tell = tell;
    }
    connect() {}
    disconnect() {}
    update(input) {
      call(input).then(
        (data) => this.tell({ data, error: undefined }),
        (error) => this.tell({ data: undefined, error }),
      );
    }
  };
  return call;
}
