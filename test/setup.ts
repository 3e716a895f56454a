// CI draws the same cases each time, so that a red run always means a change; other runs draw new
// ones and print their seed.
import fc from 'fast-check';

if (process.env.CI) fc.configureGlobal({ seed: 20_261_124 });
