import {fieldsOf, objectField, textField} from '../../protocol/fields.js';

/** Who sends it: of several tabs that share one connection, the one that answers are to find. */
export const endpointOf = (message: object): string | undefined => {
  const from = objectField(fieldsOf(message) ?? {}, 'from');
  return from && textField(from, 'endpoint', 64);
};
