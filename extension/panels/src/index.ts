export * from './client.ts';
export * from './context.ts';
export * from './hooks.ts';
export * from './views.ts';
