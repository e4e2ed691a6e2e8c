export * from './cards.ts';
export * from './client.ts';
export * from './context.ts';
export * from './hooks.ts';
export * from './rhythm.ts';
export * from './tables.ts';
export * from './views.ts';
export * from './words.ts';
