// The registry: every scheme of national ID numbers, in the order in which they are tried.
import { AMERICAS } from './americas.js';
import { ASIA_AND_PACIFIC } from './asia-and-pacific.js';
import { NORTH_AND_EAST_EUROPE } from './north-and-east-europe.js';
import type { NationalScheme } from './scheme.js';
import { WESTERN_EUROPE } from './western-europe.js';

export const NATIONAL_SCHEMES: readonly NationalScheme[] = [
  ...WESTERN_EUROPE,
  ...NORTH_AND_EAST_EUROPE,
  ...AMERICAS,
  ...ASIA_AND_PACIFIC,
];
