// pcf-scripts stops without one. The repository's own checks are Biome's.
export default [{ ignores: ['**'] }];
