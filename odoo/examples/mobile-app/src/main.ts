import {readCommand} from './command-line.js';
import type {Command} from './command-line.js';
import {describe} from './describe.js';
import {MobileApp} from './mobile-app.js';
import type {MobileCall} from './mobile-call.js';

const A_DAY = 86_400_000;

const begin = async (app: MobileApp, {verb, callee, video, answer, decline}: Command): Promise<MobileCall> => {
  if (verb === 'call') return app.call(callee, {video});
  console.log('waiting for a call');
  const call = await app.waitForCall(A_DAY);
  console.log(`${call.callerName} calls (${call.video ? 'video' : 'audio'}, channel:${call.channel})`);
  if (answer) await call.answer();
  if (decline) await call.end();
  return call;
};

/** Tells every second what comes in, until it is over. */
const follow = async (call: MobileCall, seconds: number): Promise<void> => {
  console.log(call.state);
  const tell = setInterval(() => console.log(`${call.state}: ${describe(call.measured)}`), 1000);
  const limit = call.connected(A_DAY).then(() => seconds && setTimeout(() => void call.end(), 1000 * seconds));
  limit.catch(() => undefined);
  await call.ended(A_DAY);
  clearInterval(tell);
  console.log(`over: ${call.endReason ?? 'hung up here'}; at last it ${describe(call.measured)}`);
};

const run = async (): Promise<void> => {
  const command = readCommand(process.argv.slice(2), process.env);
  const app = await MobileApp.login(command.account, {iceServers: command.iceServers});
  process.once('SIGINT', () => void app.close());
  const call = await begin(app, command);
  await follow(call, command.seconds);
  await app.close();
};

run().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
