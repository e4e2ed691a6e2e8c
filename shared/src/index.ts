export * from './decimal.ts';
export * from './envelope.ts';
export * from './freshness.ts';
export * from './ids.ts';
export * from './money.ts';
export * from './orders.ts';
export * from './panels.ts';
export * from './problems.ts';
