import type {RequestClient} from 'twilio';
import type {Config} from '../config/config.js';
import type {SignedInUser} from '../identity/signed-in-user.js';
import type {Log} from '../log.js';
import type {Metrics} from '../metrics.js';
import type {Settings} from '../store/settings.js';
import {createCoturnSource} from './coturn-source.js';
import type {IceAnswer, IceFailure} from './ice-answer.js';
import {IceSourceError} from './ice-source-error.js';
import type {IceService} from './ice-service.js';
import type {IceSource} from './ice-source.js';
import {createListSource} from './list-source.js';
import {createSavedSettings} from './saved-settings.js';
import {createTwilioSource} from './twilio-source.js';

export interface IceServiceOptions {
  readonly config: Pick<Config, 'twilio' | 'turn' | 'iceServers'>;
  readonly settings: Pick<Settings, 'read'>;
  readonly log: Log;
  readonly metrics: Metrics;
  /** How the SDK reaches Twilio; its own way when not given. */
  readonly httpClient?: RequestClient;
}

/** Without servers, a page asks again soon. */
const NONE_TTL = 30;

/** ICE servers for whoever is signed in: of Twilio, else of one's own TURN server, else of the list. */
export const createIceService = ({config, settings, log, metrics, httpClient}: IceServiceOptions): IceService => {
  const saved = createSavedSettings(settings);

  const tell = (failure: IceSourceError | undefined): void => {
    if (failure) log.warn({source: 'twilio', code: failure.code}, 'An ICE source gives nothing; the next one is used.');
    else log.info({source: 'twilio'}, 'The ICE source answers again.');
  };

  const twilio = createTwilioSource({configured: config.twilio, saved, tell, httpClient});
  const sources: readonly IceSource[] = [twilio, createCoturnSource(config.turn), createListSource(config.iceServers, saved)];

  const choose = async (userId: string): Promise<Required<IceAnswer>> => {
    const failures: IceFailure[] = [];
    for (const source of sources) {
      try {
        const grant = await source.take(userId);
        if (grant) return {...grant, source: source.name, failures};
      } catch (error) {
        if (!(error instanceof IceSourceError)) throw error;
        failures.push({source: source.name, code: error.code, message: error.message});
      }
    }
    return {iceServers: [], ttl: NONE_TTL, source: 'none', failures};
  };

  return {
    async answer({id, isAdmin}: SignedInUser) {
      const {failures, ...answer} = await choose(id);
      metrics.count('ice_answers_total', {source: answer.source});
      for (const {source, code} of failures) metrics.count('ice_failures_total', {source, code});
      return isAdmin ? {...answer, failures} : answer;
    },
    async status() {
      const {source} = await choose('status');
      const states = await Promise.all(sources.map(async (one) => ({source: one.name, ...(await one.status())})));
      return {source, sources: states};
    },
    async testTwilio(given = {}) {
      const startedAt = Date.now();
      try {
        await twilio.test(given);
        return {ok: true, ms: Date.now() - startedAt};
      } catch (error) {
        if (!(error instanceof IceSourceError)) throw error;
        return {ok: false, code: error.code, message: error.message};
      }
    },
    close() {
      for (const source of sources) source.close?.();
    },
  };
};
