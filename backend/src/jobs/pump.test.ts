import { setTimeout as pass } from 'node:timers/promises';
import { accountIdSchema } from '@backroom/shared';
import { expect, test } from 'vitest';
import { createPump } from './pump.ts';

const account = accountIdSchema.parse('hubspot:1');

test('a draw ends though its claim takes longer than the wait that it is told', async () => {
  let draws = 0;
  const pump = createPump<never>({
    async claim() {
      draws += 1;
      await pass(20);
      return { items: [], wakeInMs: 1 };
    },
    run: async () => null,
    onError: () => {},
  });
  pump.wake(account);
  await pump.settled();
  // The timer of the first draw goes off during the second.
  pump.wake(account);
  expect(await Promise.race([pump.settled(), pass(2000, 'it goes on')])).toBeUndefined();
  // It is drawn again all the same.
  const drawn = draws;
  await expect.poll(() => draws).toBeGreaterThan(drawn);
  await pump.stop(1000);
});
