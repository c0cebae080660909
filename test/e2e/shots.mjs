// Takes pictures of every element, page and state, to be looked at, into .tmp/shots; names choose among them, whole or as beginnings:
// node --import=tsx --import=./test/tools/unref-peer-server.mjs test/e2e/shots.mjs menu page-admin
import {createBrowsers} from './harness/browsers.ts';
import {House, Stage} from './harness/stage.ts';
import {CALL_SCENES} from './shots/call-scenes.mjs';
import {ELEMENT_SCENES} from './shots/element-scenes.mjs';
import {PAGE_SCENES} from './shots/page-scenes.mjs';

const wanted = process.argv.slice(2);
const browsers = createBrowsers();
const house = new House();
for (const [name, run] of Object.entries({...CALL_SCENES, ...ELEMENT_SCENES, ...PAGE_SCENES})) {
  if (wanted.length > 0 && !wanted.some((word) => name.startsWith(word))) continue;
  const stage = new Stage(browsers, house);
  await stage.open();
  try {
    await run(stage);
    console.log(name);
  } catch (error) {
    console.error(`${name}:`, error);
    process.exitCode = 1;
  }
  await stage.close();
  // What one scene left at the server is no matter of the next one's.
  await house.close();
}
await browsers.close();
