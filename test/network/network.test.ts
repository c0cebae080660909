import {after, before, describe} from 'node:test';
import {whyNoNetworkLab} from '../../scripts/install-network-tools.mjs';
import {badLinks} from './cases/bad-links.js';
import {changes} from './cases/changes.js';
import {noWayThrough} from './cases/no-way-through.js';
import {privacy} from './cases/privacy.js';
import {serverOutages} from './cases/server-outages.js';
import {waysThrough} from './cases/ways-through.js';
import {Lab} from './lab/lab.js';
import {createScenes} from './lab/stage.js';
import {Table} from './lab/table.js';

const skip = (await whyNoNetworkLab()) ?? false;

// One process for all of it: the browsers, the portal and the relay are shared.
describe('calls across real networks', {skip}, () => {
  const table = new Table();
  let lab: Lab;

  before(async () => {
    lab = await Lab.open();
  });
  after(async () => {
    await lab?.close();
    table.publish();
  });

  const scene = createScenes(() => lab, table);
  waysThrough(scene);
  noWayThrough(scene);
  privacy(scene);
  changes(scene);
  serverOutages(scene);
  badLinks(scene);
});
