import type { Settings } from './company.ts';

const DAILY = 30_000;
const FACTOR = { lite: 1, growth: 2, premium: 5, ultimate: 7 } as const;
const BURST = { lite: 80, growth: 160, premium: 240, ultimate: 480 } as const;
const WINDOW_MS = 2000;
const DAY_MS = 86_400_000;

/** The day's budget of the company, which all apps share, and the calls of one token in two seconds. */
export function openLimits(settings: Settings, seats: number, now: () => number) {
  const limit = DAILY * FACTOR[settings.plan] * seats;
  const calls = new Map<string, number[]>();
  let [day, spent] = [0, 0];
  const left = () => Math.max(0, limit - spent);
  function today(): void {
    const current = Math.floor(now() / DAY_MS);
    if (current !== day) [day, spent] = [current, 0];
  }
  return {
    /** Until midnight of the server's zone only `cost` is left. */
    leave(tokens: number): void {
      today();
      spent = limit - tokens;
    },
    take(token: string, cost: number): { refused: boolean; headers: Record<string, string> } {
      today();
      const recent = (calls.get(token) ?? []).filter((at) => at > now() - WINDOW_MS);
      const most = BURST[settings.plan];
      const refused = recent.length >= most || left() < cost;
      if (!refused) {
        recent.push(now());
        spent += cost;
      }
      calls.set(token, recent);
      return {
        refused,
        headers: {
          'x-ratelimit-limit': String(most),
          'x-ratelimit-remaining': String(Math.max(0, most - recent.length)),
          'x-ratelimit-reset': String(Math.ceil(WINDOW_MS / 1000)),
          ...(settings.dailyHeaders
            ? {
                'x-daily-ratelimit-token-limit': String(limit),
                'x-daily-ratelimit-token-remaining': String(left()),
              }
            : {}),
        },
      };
    },
  };
}
