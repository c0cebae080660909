import type {World} from './world.js';

/** What a chat says of its calls, newest first: the messages' text. */
export const callMessages = async ({admin}: World, channel: number): Promise<string[]> => {
  const where = [['model', '=', 'discuss.channel'], ['res_id', '=', channel], ['body', 'like', 'webrtc_call']];
  const found = (await admin.call('mail.message', 'search_read', [where, ['body']])) as {body: string}[];
  return found.map(({body}) => body);
};
