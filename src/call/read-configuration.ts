import {DEFAULT_CONFIGURATION} from '../types/configuration.js';
import type {CallConfiguration} from '../types/configuration.js';
import {warnOnce} from '../util/warn-once.js';
import {SETTINGS, readSetting} from './read-setting.js';

/** What of `changes` is ours, each fit for use. What is of another kind, text for a number, changes nothing. */
export const readConfiguration = (changes: Partial<CallConfiguration>): Partial<CallConfiguration> => {
  const given = SETTINGS.filter((name) => changes[name] !== undefined);
  const fit = given.filter((name) => {
    const isFit = typeof changes[name] === typeof DEFAULT_CONFIGURATION[name];
    if (!isFit) warnOnce(`configure ${name}`, `configure() leaves ${name} as it is: it is of another kind.`);
    return isFit;
  });
  return Object.fromEntries(fit.map((name) => [name, readSetting(name, changes[name])]));
};
