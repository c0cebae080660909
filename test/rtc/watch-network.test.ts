import {expect} from '@open-wc/testing';
import {watchNetwork} from '../../src/rtc/watch-network.js';

/** The Network Information API of a phone; only Chromium has it, and only a phone's tells the type. */
class FakeConnection extends EventTarget {
  type: string | undefined;

  constructor(type?: string) {
    super();
    this.type = type;
  }

  change(type = this.type): void {
    this.type = type;
    this.dispatchEvent(new Event('change'));
  }
}

describe('network watch', () => {
  let unwatch: () => void;
  let renewals: number;

  const watch = (connection: FakeConnection | undefined): void => {
    Object.defineProperty(navigator, 'connection', {configurable: true, value: connection});
    renewals = 0;
    unwatch = watchNetwork(() => (renewals += 1));
  };

  afterEach(() => {
    unwatch();
    // Uncovers the prototype's own property.
    Reflect.deleteProperty(navigator, 'connection');
  });

  it('tells of another kind of network, and not of another estimate of its speed', () => {
    const phone = new FakeConnection('wifi');
    watch(phone);
    phone.change();
    phone.change();
    expect(renewals).to.equal(0);
    phone.change('cellular');
    phone.change();
    expect(renewals).to.equal(1);
    phone.change('wifi');
    expect(renewals).to.equal(2);
  });

  it('learns nothing from a browser that does not tell the kind', () => {
    const desktop = new FakeConnection();
    watch(desktop);
    desktop.change();
    expect(renewals).to.equal(0);
  });

  it('tells when this device is online again, with that API or without, until it is told to stop', () => {
    for (const connection of [new FakeConnection('wifi'), undefined]) {
      watch(connection);
      globalThis.dispatchEvent(new Event('online'));
      unwatch();
      globalThis.dispatchEvent(new Event('online'));
      connection?.change('cellular');
      expect(renewals).to.equal(1);
    }
  });
});
