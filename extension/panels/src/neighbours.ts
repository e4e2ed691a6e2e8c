type Channel = { tell: () => void; leave: () => void };
const alone: Channel = { tell() {}, leave() {} };

/**
 * HubSpot runs each card in a worker of its own, with a store of its own. A card that changed something tells the others through the
 * browser; where the host has no such channel they notice at their next question.
 */
export function neighbours(hear: () => void): Channel {
  const scope = globalThis as { BroadcastChannel?: typeof BroadcastChannel; WorkerGlobalScope?: unknown };
  if (!scope.BroadcastChannel || !scope.WorkerGlobalScope) return alone;
  try {
    const channel = new scope.BroadcastChannel('backroom');
    channel.onmessage = hear;
    return { tell: () => channel.postMessage('changed'), leave: () => channel.close() };
  } catch {
    // An opaque origin may not open one.
    return alone;
  }
}
