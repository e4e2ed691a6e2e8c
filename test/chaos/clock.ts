// Loaded into a process before anything else (`node --import`): its clock can be moved from outside, and with it the clock of a PGlite inside.
// Nothing of the product knows; timers keep running at their pace, as they do when a machine's clock is set.
const Real = Date;
// Kept by itself: whoever puts a `now` of their own around ours would else be called by what they call.
const realNow = Date.now;
let offset = 0;

const now = () => realNow() + offset;
globalThis.Date = new Proxy(Real, {
  apply: () => new Real(now()).toString(),
  construct: (target, input, newTarget) => Reflect.construct(target, input.length === 0 ? [now()] : input, newTarget),
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
});

process.on('message', (message) => {
  if (typeof message !== 'object' || message === null || !('clock' in message)) return;
  offset = Number(message.clock);
  process.send?.({ clock: offset });
});
// The channel alone must not keep the process alive.
process.channel?.unref();
