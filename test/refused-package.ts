// Stands for the packages that run models, in fast tests.
import { refuse } from './refuse-slow.js';

refuse('loads a model');
