import {Router} from 'express';
import {ApiError} from '../http/api-error.js';
import {userOf} from '../http/guards.js';
import type {Guards} from '../http/guards.js';
import {answer} from './answer.js';
import {SETTING_NAMES, SETTINGS, shown} from './setting-definitions.js';
import type {SettingName, SettingValues} from './setting-definitions.js';
import type {Settings} from './settings.js';
import type {Stored} from './stored-value.js';
import {versionedBody} from './versioned-body.js';

const show = <Name extends SettingName>(name: Name, {version, value}: Stored<SettingValues[Name]>) => ({
  version,
  value: shown(name, value),
});

export const settingsRoutes = (settings: Settings, guards: Guards): Router => {
  const router = Router();
  for (const name of SETTING_NAMES) {
    router.get(`/settings/${name}`, guards[SETTINGS[name].readers], answer(async () => show(name, await settings.read(name))));
    router.put(
      `/settings/${name}`,
      guards.admin,
      answer(async ({body}, response) => {
        const {version, value} = versionedBody(body);
        return show(name, await settings.write(name, version, value, userOf(response).id));
      }),
    );
  }
  router.all('/settings/:name', guards.user, () => {
    throw new ApiError(404, 'not-found', `There is no such setting: there are ${SETTING_NAMES.join(', ')}.`);
  });
  return router;
};
