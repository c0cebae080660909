import type {CallPolicy} from '../connectors/connector.js';
import {DEFAULT_CONFIGURATION} from '../types/configuration.js';
import type {CallConfiguration} from '../types/configuration.js';

/** The page's configuration; where that says nothing of its own, the server's policy. */
export const withPolicy = (page: CallConfiguration, policy: CallPolicy | undefined): CallConfiguration => {
  const usual = DEFAULT_CONFIGURATION;
  const decided = {
    ...(page.ringTimeout === usual.ringTimeout && policy?.ringTimeout && {ringTimeout: policy.ringTimeout}),
    ...(page.ipPrivacy === usual.ipPrivacy && policy?.ipPrivacy && {ipPrivacy: policy.ipPrivacy}),
  };
  return {...page, ...decided};
};
