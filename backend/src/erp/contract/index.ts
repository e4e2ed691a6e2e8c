export * from './adapter.ts';
export * from './description.ts';
export * from './errors.ts';
export * from './fields.ts';
export * from './ports.ts';
export * from './schemas.ts';
