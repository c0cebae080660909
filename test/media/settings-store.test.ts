import {expect} from '@open-wc/testing';
import {createSettingsStore} from '../../src/settings/settings-store.js';
import {DEFAULT_SETTINGS} from '../../src/types/call-settings.js';
import {createFakeClock} from '../helpers/fake-clock.js';

const someone = () => `user-${crypto.randomUUID()}`;

/** Replaces `indexedDB.open` until `restore` is called. */
const breakIndexedDB = (open: () => unknown) => {
  const original = Object.getOwnPropertyDescriptor(IDBFactory.prototype, 'open')!;
  let opened = 0;
  Object.defineProperty(IDBFactory.prototype, 'open', {
    configurable: true,
    value: () => {
      opened += 1;
      return open();
    },
  });
  return {
    restore: () => Object.defineProperty(IDBFactory.prototype, 'open', original),
    get opened() {
      return opened;
    },
  };
};

const refusedRequest = () => {
  const request = {error: new DOMException('no', 'InvalidStateError'), onerror: undefined as (() => void) | undefined};
  queueMicrotask(() => request.onerror?.());
  return request;
};

/** What another page, which has only the disk, would read. */
const onDisk = (user: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open('call-elements');
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const database = request.result;
      const read = database.transaction('settings').objectStore('settings').get(user);
      read.onsuccess = () => {
        database.close();
        resolve(read.result);
      };
    };
  });

describe('settings store', () => {
  it('gives the defaults to somebody new', async () => {
    expect(await createSettingsStore(someone()).load()).to.deep.equal(DEFAULT_SETTINGS);
  });

  it('remembers on the disk what was changed, and only that', async () => {
    const user = someone();
    await createSettingsStore(user).save({camera: false});
    await createSettingsStore(user).save({micId: 'usb'});
    expect(await onDisk(user)).to.deep.equal({...DEFAULT_SETTINGS, camera: false, micId: 'usb'});
    expect(await createSettingsStore(user).load()).to.deep.equal({...DEFAULT_SETTINGS, camera: false, micId: 'usb'});
  });

  it('keeps two users of one browser apart', async () => {
    const [alice, bob] = [someone(), someone()];
    await createSettingsStore(alice).save({camera: false});
    await createSettingsStore(bob).save({mic: false});
    expect(await createSettingsStore(alice).load()).to.deep.equal({...DEFAULT_SETTINGS, camera: false});
    expect(await createSettingsStore(bob).load()).to.deep.equal({...DEFAULT_SETTINGS, mic: false});
  });

  it('loses nothing when two changes are saved at once', async () => {
    const user = someone();
    const [one, other] = [createSettingsStore(user), createSettingsStore(user)];
    await Promise.all([one.save({mic: false}), other.save({camera: false}), one.save({speakerId: 's'})]);
    expect(await onDisk(user)).to.deep.equal({...DEFAULT_SETTINGS, mic: false, camera: false, speakerId: 's'});
  });

  it('shows a change to whoever loads while it is being written', async () => {
    const user = someone();
    const store = createSettingsStore(user);
    const saved = store.save({camera: false});
    expect((await store.load()).camera).to.equal(false);
    await saved;
  });

  it('reads nonsense on the disk as the defaults, and mends it', async () => {
    const user = someone();
    await createSettingsStore(user).save({mic: false});
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('call-elements');
      request.onsuccess = () => resolve(request.result);
    });
    const write = database.transaction('settings', 'readwrite');
    write.objectStore('settings').put({mic: 'never', extra: 1, cameraId: 5}, user);
    await new Promise((resolve) => (write.oncomplete = resolve));
    database.close();
    expect(await createSettingsStore(user).load()).to.deep.equal(DEFAULT_SETTINGS);
    await createSettingsStore(user).save({camera: false});
    expect(await onDisk(user)).to.deep.equal({...DEFAULT_SETTINGS, camera: false});
  });

  const BROKEN: readonly [what: string, open: () => unknown][] = [
    ['throws', () => { throw new DOMException('denied', 'SecurityError'); }],
    ['fails', refusedRequest],
  ];

  for (const [what, open] of BROKEN) {
    it(`lasts as long as the page when IndexedDB ${what}, and returns to the disk when that is well again`, async () => {
      const user = someone();
      const store = createSettingsStore(user);
      const broken = breakIndexedDB(open);
      try {
        await store.save({camera: false});
        expect(await store.load()).to.deep.equal({...DEFAULT_SETTINGS, camera: false});
        expect(await createSettingsStore(user).load(), 'another store of the same page').to.have.property('camera', false);
      } finally {
        broken.restore();
      }
      await store.save({mic: false});
      expect(await onDisk(user)).to.deep.equal({...DEFAULT_SETTINGS, camera: false, mic: false});
    });
  }

  it('remembers what it once read when IndexedDB breaks later', async () => {
    const user = someone();
    await createSettingsStore(user).save({camera: false});
    const store = createSettingsStore(user);
    await store.load();
    const broken = breakIndexedDB(() => { throw new Error('gone'); });
    try {
      expect(await createSettingsStore(user).load()).to.have.property('camera', false);
    } finally {
      broken.restore();
    }
  });

  it('waits three seconds for an IndexedDB that hangs, and not again', async () => {
    const clock = createFakeClock();
    const store = createSettingsStore(someone(), clock);
    const hanging = breakIndexedDB(() => ({}));
    try {
      let settings: unknown;
      void store.load().then((loaded) => (settings = loaded));
      await clock.advance(2999);
      expect(settings).to.equal(undefined);
      await clock.advance(1);
      expect(settings).to.deep.equal(DEFAULT_SETTINGS);
      await store.save({mic: false});
      expect(await store.load()).to.have.property('mic', false);
      expect(hanging.opened).to.equal(1);
      expect(clock.pending).to.equal(0);
    } finally {
      hanging.restore();
    }
  });
});
