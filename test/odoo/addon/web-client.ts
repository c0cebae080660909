import {join} from 'node:path';
import {build} from 'esbuild';
import type {Plugin} from 'esbuild';
import {ADDON} from './scripts-of.js';

/** What the scripts take from Odoo's modules, as far as they use it; each takes from `globalThis.webClient`. */
const MODULES: Readonly<Record<string, string>> = {
  '@odoo/owl': 'export const {reactive, useState, useComponent} = webClient.owl; export const Component = class {}; export const useRef = () => ({}), onMounted = () => {}, onWillUnmount = () => {};',
  '@web/core/l10n/translation': 'export const _t = (text) => text;',
  '@web/core/registry': 'export const registry = {category: (name) => webClient.category(name)};',
  '@web/core/user': 'export const user = webClient.user;',
  '@web/session': 'export const session = webClient.session;',
  '@web/core/network/rpc': 'export const rpc = (...args) => webClient.rpc(...args);',
  '@web/core/utils/hooks': 'export const useService = () => webClient.calls; export const useChildRef = () => ({});',
  '@web/core/utils/patch': 'export const patch = (...args) => webClient.patch(...args);',
  '@web/core/popover/popover': 'export const {Popover} = webClient;',
  '@web/core/dropdown/dropdown': 'export const Dropdown = class {};',
  '@web/core/dropdown/dropdown_hooks': 'export const useDropdownState = () => ({});',
  '@mail/utils/common/hooks': 'export const useDiscussSystray = () => ({});',
  '@mail/core/common/thread_actions': 'export const threadActionsRegistry = webClient.category("mail.thread/actions");',
};

const odooModules: Plugin = {
  name: 'odoo-modules',
  setup({onResolve, onLoad}) {
    onResolve({filter: /^@/}, ({path}) => ({path, namespace: 'odoo'}));
    onLoad({filter: /.*/, namespace: 'odoo'}, ({path}) => ({contents: MODULES[path] ?? `throw new Error("no ${path}");`}));
  },
};

export interface Registered {
  readonly [name: string]: any;
}

/** A web client with the scripts in it, in which nothing has happened yet. */
export const startWebClient = async (scripts: readonly string[], {session = {}, isSystem = false}: {session?: object; isSystem?: boolean} = {}) => {
  const categories = new Map<string, Map<string, unknown>>();
  const entries = (name: string): Map<string, unknown> => {
    if (!categories.has(name)) categories.set(name, new Map());
    return categories.get(name)!;
  };
  const notifications: string[] = [];
  const requests: unknown[][] = [];
  const listeners = new Map<string, (event?: unknown) => unknown>();
  const webClient = {
    owl: {reactive: <T>(value: T): T => value, useState: <T>(value: T): T => value, useComponent: () => webClient.component},
    component: {} as Record<string, unknown>,
    calls: undefined as any,
    user: {partnerId: 7, userId: 6, name: 'Alice', lang: 'en-US', isSystem},
    session,
    Popover: class {
      isInside(target: {isInside?: boolean}): boolean {
        return target.isInside ?? false;
      }
    },
    /** What was there is what `super` means in the extension. */
    patch(target: object, extension: object) {
      Object.setPrototypeOf(extension, Object.create(Object.getPrototypeOf(target), Object.getOwnPropertyDescriptors(target)));
      Object.defineProperties(target, Object.getOwnPropertyDescriptors(extension));
    },
    rpc: (...args: unknown[]) => Promise.resolve(requests.push(args)),
    category: (name: string) => {
      const category = {
        add: (key: string, value: unknown) => (entries(name).set(key, value), category),
        get: (key: string, otherwise: unknown) => entries(name).get(key) ?? otherwise,
      };
      return category;
    },
  };
  (globalThis as any).webClient = webClient;
  const entryPoint = scripts.map((script) => `import ${JSON.stringify(join(ADDON, 'static/src', script))};`).join('\n');
  const {outputFiles} = await build({
    stdin: {contents: entryPoint, resolveDir: ADDON},
    bundle: true,
    write: false,
    ignoreAnnotations: true,
    format: 'esm',
    plugins: [odooModules],
  });
  await import(`data:text/javascript,${encodeURIComponent(outputFiles[0]!.text)}#${Math.random()}`);
  return {
    webClient,
    notifications,
    requests,
    registered: (name: string): Registered => Object.fromEntries(entries(name)),
    /** Puts a library at the address that the build would tell. */
    addLibrary: (code: string) => entries('mobile_webrtc').set('library', {url: `data:text/javascript,${encodeURIComponent(code)}`}),
    /** Starts the service as Odoo does, and lets the page appear. */
    async open(bus: object = {}) {
      const env = {bus: {addEventListener: (type: string, fn: () => unknown) => listeners.set(type, fn)}};
      const notification = {add: (text: string) => notifications.push(String(text))};
      const service = entries('services').get('mobile_webrtc') as any;
      const calls = service.start(env, {bus_service: bus, notification});
      webClient.calls = calls;
      await listeners.get('WEB_CLIENT_READY')?.();
      return calls;
    },
  };
};
