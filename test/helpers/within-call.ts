import {fixture} from '@open-wc/testing';
import type {TemplateResult} from 'lit';
import {provideCall} from '../../src/context/provide-call.js';
import type {CallRequestEvent} from '../../src/events/call-request-event.js';
import {DEFAULT_CONFIGURATION} from '../../src/types/configuration.js';
import type {CallConfiguration} from '../../src/types/configuration.js';
import {IDLE_STATE} from '../../src/types/call-state.js';
import type {CallPeer, CallState} from '../../src/types/call-state.js';
import type {CallControllerFace, CallDiagnostics, CallStreams} from '../../src/types/controller.js';
import type {DeviceChoice, DeviceKind} from '../../src/types/media.js';
import type {CallNotice, NoticeListener} from '../../src/types/notice.js';

/** Somebody to call with. */
export const BOB: CallPeer = {id: 'bob', name: 'Bob', avatar: undefined, identity: 'verified'};

/** A controller whose state is whatever a test says, and which notes what it is asked. */
export class FakeController {
  state: CallState = {...IDLE_STATE, userId: 'alice', line: 'online'};
  configuration: CallConfiguration = DEFAULT_CONFIGURATION;
  streams: CallStreams = {local: undefined, remote: undefined, remoteScreen: undefined, localScreen: undefined, microphone: undefined};
  readonly handled: CallRequestEvent[] = [];
  readonly configured: Partial<CallConfiguration>[] = [];
  readonly subscribers = new Set<(state: CallState) => void>();

  /** Puts the world in another state, as news from it would. */
  set(changes: Partial<CallState>): void {
    this.state = Object.freeze({...this.state, ...changes});
    for (const tell of this.subscribers) tell(this.state);
  }

  subscribe(fn: (state: CallState) => void): () => void {
    this.subscribers.add(fn);
    return () => this.subscribers.delete(fn);
  }

  configure(changes: Partial<CallConfiguration>): void {
    this.configured.push(changes);
    this.configuration = {...this.configuration, ...changes};
  }

  handle(request: CallRequestEvent): void {
    this.handled.push(request);
  }

  prepare = (): void => undefined;
  readonly #listeners = new Set<NoticeListener>();
  onNotice = (fn: NoticeListener): (() => void) => {
    this.#listeners.add(fn);
    return () => this.#listeners.delete(fn);
  };
  /** Tells what happened, as the world would. */
  tell(notice: CallNotice): void {
    for (const listener of this.#listeners) listener(notice);
  }

  start = async (): Promise<CallState> => this.state;
  accept = async (): Promise<CallState> => this.state;
  decline = async (): Promise<CallState> => this.state;
  hangUp = async (): Promise<CallState> => this.state;
  /** What is plugged in; a choice is taken unless a test says otherwise. */
  plugged: readonly DeviceChoice[] = [];
  readonly chosen: string[] = [];
  devices = async (): Promise<readonly DeviceChoice[]> => this.plugged;
  choose = async (kind: DeviceKind, id: string): Promise<CallState> => {
    this.chosen.push(`${kind} ${id}`);
    this.plugged = this.plugged.map((device) => (device.kind === kind ? {...device, chosen: device.id === id} : device));
    return this.state;
  };
  readonly sent: string[] = [];
  readonly drafts: string[] = [];
  canSend = false;
  sendText = (text: string): boolean => this.canSend && this.sent.push(text) > 0;
  sendDraft = (text: string): boolean => this.canSend && this.drafts.push(text) > 0;
  diagnostics = async (): Promise<CallDiagnostics> => Promise.reject(new Error('not in tests'));
  dispose = async (): Promise<void> => undefined;
}

/** An element below a controller of its own: no test can reach another's call, or the page's. */
export const withinCall = async <E extends HTMLElement>(
  template: TemplateResult,
  changes: Partial<CallState> = {},
): Promise<{element: E; controller: FakeController; parent: HTMLElement}> => {
  const controller = new FakeController();
  controller.set(changes);
  const parent = document.createElement('div');
  document.body.append(parent);
  provideCall(parent, controller as unknown as CallControllerFace);
  const element = await fixture<E>(template, {parentNode: parent});
  return {element, controller, parent};
};
