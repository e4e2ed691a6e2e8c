import { Hono } from 'hono';
import { isTrial } from '../../accounts/trial.ts';
import { ProblemError } from '../../problems/error.ts';
import type { DeskEnv } from '../session.ts';
import { formOf } from '../surface.ts';
import { type Tried, trialPage } from './trial.ts';
import type { ConnectionWorld } from './world.ts';

/** Tries operations of one connection: `/:id/try`. */
export function trialRoutes({ connections, words, theOne, show }: ConnectionWorld) {
  const app = new Hono<DeskEnv>();
  app.get('/:id/try', async (context) => {
    const connection = await theOne(context);
    return show(context, trialPage(words(context), connection, await connections.trials(connection), null));
  });
  app.post('/:id/try', async (context) => {
    const connection = await theOne(context);
    const { operation = '', typed = '' } = await formOf(context);
    if (!isTrial(operation) || connection.state !== 'live') throw new ProblemError('not_found');
    const trial = await connections.try(context.get('session').account, connection, operation, typed.slice(0, 500));
    const tried: Tried = { operation, typed, trial };
    return show(context, trialPage(words(context), connection, await connections.trials(connection), tried));
  });
  return app;
}
