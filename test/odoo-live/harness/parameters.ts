import type {World} from './world.js';

/** Settings of the whole Odoo, by their names in `ir.config_parameter`. False: not set. */
export type Parameters = Readonly<Record<string, string | false>>;

/** What the settings page does: some parameters are different for a while, and then as they were. */
export const withParameters = async ({admin}: World, wanted: Parameters, act: () => Promise<void>): Promise<void> => {
  const set = async (parameters: Parameters): Promise<void> => {
    for (const [key, value] of Object.entries(parameters)) await admin.call('ir.config_parameter', 'set_param', [key, value]);
  };
  const before: Record<string, string | false> = {};
  for (const key of Object.keys(wanted)) before[key] = (await admin.call('ir.config_parameter', 'get_param', [key])) as string | false;
  await set(wanted);
  try {
    await act();
  } finally {
    await set(before);
  }
};
