import assert from 'node:assert/strict';
import {OdooError} from './visitor.js';

/** What is forbidden and what is not there are refused with one and the same sentence. */
export const refused = async (asked: Promise<unknown>): Promise<string> => {
  const answer = await asked.then((result) => assert.fail(`it was answered: ${JSON.stringify(result)}`)).catch((error: unknown) => error);
  if (!(answer instanceof OdooError)) throw answer;
  assert.equal(answer.exception, 'odoo.exceptions.AccessError');
  return answer.message;
};

/** Refused because of what was said, whoever says it; or because nobody says it. */
export const rejected = async (asked: Promise<unknown>): Promise<void> => {
  const answer = await asked.then((result) => assert.fail(`it was answered: ${JSON.stringify(result)}`)).catch((error: unknown) => error);
  if (!(answer instanceof OdooError)) throw answer;
  assert.match(answer.exception, /^odoo\.(exceptions\.(AccessError|ValidationError|UserError)|http\.SessionExpiredException)$/);
};
