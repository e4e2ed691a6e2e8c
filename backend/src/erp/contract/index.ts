export * from './adapter.ts';
export * from './errors.ts';
export * from './schemas.ts';
