import type {registerConnector} from '../../src/connectors/connector-registry.js';
import type {CallControllerFace} from '../../src/types/controller.js';
import {found} from './page-people.js';

type FrameWindow = Window &
  typeof globalThis & {
    readonly CallElements?: {readonly controller: CallControllerFace};
    readonly violations?: readonly string[];
    readonly library?: () => Promise<{readonly registerConnector: typeof registerConnector}>;
  };

/** A page of its own within the test page. */
export interface Frame {
  readonly window: FrameWindow;
  readonly document: Document;
  /** What was thrown at the page. */
  readonly errors: readonly string[];
  /** Loads a script tag and resolves once it has run. */
  script(src: string, type?: 'module' | 'text/javascript'): Promise<void>;
  add<E extends HTMLElement>(tag: string, attributes?: Readonly<Record<string, string>>): E;
  /** The controller that the copies on this page share. */
  readonly controller: CallControllerFace | undefined;
  part<E extends HTMLElement>(tag: string, part: string): Promise<E>;
  close(): void;
}

export const openFrame = async (url = '/test/page/pages/empty.html'): Promise<Frame> => {
  const frame = document.createElement('iframe');
  frame.allow = 'camera; microphone; autoplay';
  frame.width = '640';
  frame.height = '480';
  frame.src = url;
  document.body.append(frame);
  await new Promise((resolve) => frame.addEventListener('load', resolve, {once: true}));
  const {contentWindow, contentDocument} = frame;
  if (!contentWindow || !contentDocument) throw new Error('The frame is of the same origin.');
  const inner = contentWindow as FrameWindow;
  const errors: string[] = [];
  inner.addEventListener('error', ({message}) => errors.push(message));
  inner.addEventListener('unhandledrejection', ({reason}) => errors.push(String(reason)));
  return {
    window: inner,
    document: contentDocument,
    errors,
    script: (src, type = 'text/javascript') =>
      new Promise((resolve, reject) => {
        const script = contentDocument.createElement('script');
        Object.assign(script, {type, src, onload: () => resolve(), onerror: () => reject(new Error(src))});
        contentDocument.head.append(script);
      }),
    add: <E extends HTMLElement>(tag: string, attributes: Readonly<Record<string, string>> = {}): E => {
      const made = contentDocument.createElement(tag) as E;
      for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
      contentDocument.body.append(made);
      return made;
    },
    get controller() {
      return (inner as unknown as Record<symbol, CallControllerFace | undefined>)[Symbol.for('call-elements/1')];
    },
    part: <E extends HTMLElement>(tag: string, part: string) =>
      found(() => contentDocument.querySelector(tag)?.shadowRoot?.querySelector<E>(`[part~="${part}"]`)),
    close: () => frame.remove(),
  };
};
