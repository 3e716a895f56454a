// The registry: every rule of this version, in the order in which `lenscap rules` lists them.
import { CODE_RULES } from './code.js';
import { DOCUMENT_RULES } from './document.js';
import { METADATA_RULES } from './metadata.js';
import { PERSON_RULES } from './person.js';
import type { Rule } from './rule.js';
import { TEXT_RULES } from './text.js';
import { THEME_RULES } from './theme.js';
import { validateRules } from './validate.js';

export const RULES: readonly Rule[] = [
  ...PERSON_RULES,
  ...DOCUMENT_RULES,
  ...TEXT_RULES,
  ...CODE_RULES,
  ...METADATA_RULES,
  ...THEME_RULES,
];

validateRules(RULES);
