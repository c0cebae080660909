import {CallController} from '../call/call-controller.js';
import {CallEngine} from '../call/call-engine.js';
import {Line} from '../call/line.js';
import type {LayerFactory} from '../call/line.js';
import type {CallPhase} from '../types/call-phase.js';
import type {CallState} from '../types/call-state.js';
import type {CallConfiguration} from '../types/configuration.js';
import type {CallNotice, CallNotices, CallNoticeType} from '../types/notice.js';
import {soleLayer} from '../tabs/tab-layer.js';
import type {Tabs} from '../types/tabs.js';
import {FakePlatform} from './fake-platform.js';
import type {FakePlatformOptions} from './fake-platform.js';

/** A person at one device: a real controller over a fake browser, and what it told. */
export class FakePerson {
  readonly platform: FakePlatform;
  readonly controller: CallController;
  readonly notices: CallNotice[] = [];

  constructor(
    options: FakePlatformOptions & {readonly tabs?: Tabs | undefined; readonly layer?: LayerFactory | undefined},
    configuration: Partial<CallConfiguration>,
  ) {
    const {clock, randomId, tabs, layer = (pass) => soleLayer(pass, tabs)} = options;
    this.platform = new FakePlatform(options);
    this.controller = new CallController({
      clock,
      randomId,
      hasTicket: () => this.platform.ticket !== undefined,
      loadLine: async (...line) => new Line(...line, layer),
      loadEngine: async (host) => new CallEngine(host, this.platform),
    });
    this.controller.onNotice((notice) => void this.notices.push(notice));
    this.controller.configure(configuration);
  }

  get state(): CallState {
    return this.controller.state;
  }

  get phase(): CallPhase {
    return this.state.phase;
  }

  /** The ids of all calls that can be answered here. */
  get ringing(): readonly string[] {
    const {phase, callId, waiting} = this.state;
    return [...(phase === 'incoming' && callId ? [callId] : []), ...waiting.map((call) => call.callId)];
  }

  /** How the last call ended, in two words. */
  get end(): string | undefined {
    const {end} = this.state;
    return end && `${end.reason} ${end.by}`;
  }

  /** The details of all notices of one type. */
  told<T extends CallNoticeType>(type: T): readonly CallNotices[T][] {
    return this.notices.filter((notice) => notice.type === type).map(({detail}) => detail as CallNotices[T]);
  }
}
