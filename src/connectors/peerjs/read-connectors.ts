import {countField, fieldsOf, listField, objectField, textField} from '../../protocol/fields.js';
import type {Fields} from '../../protocol/fields.js';
import type {ConnectorOffer} from '../../types/connector-offer.js';

/** What the server's admin decided of each connector, in the order to be shown; what cannot be read is left out. */
export const readConnectors = (session: Fields): readonly ConnectorOffer[] =>
  (listField(session, 'connectors', 50) ?? [])
    .map(fieldsOf)
    .filter((one) => one !== undefined)
    .sort((one, other) => (countField(one, 'order') ?? 0) - (countField(other, 'order') ?? 0))
    .flatMap((one) => {
      const name = textField(one, 'name', 64);
      if (!name) return [];
      // Flat words and numbers: the server takes nothing else.
      const settings = (objectField(one, 'settings') ?? {}) as ConnectorOffer['settings'];
      return {name, title: textField(one, 'title', 200) ?? '', active: one['active'] !== false, settings};
    });
