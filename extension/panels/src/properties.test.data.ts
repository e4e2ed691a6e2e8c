// Random states for the tests of every surface.
export { default as fc } from 'fast-check';
