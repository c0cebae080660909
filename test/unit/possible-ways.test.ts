import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {possibleWays} from '../../src/connectors/possible-ways.js';
import type {ConnectorAbout} from '../../src/connectors/connector-registry.js';
import type {ConnectorOffer} from '../../src/types/connector-offer.js';

const offer = (name: string, more: Partial<ConnectorOffer> = {}): ConnectorOffer => ({name, title: '', active: true, settings: {}, ...more});

const REGISTERED: ReadonlyMap<string, ConnectorAbout> = new Map([
  ['meet', {title: 'Meet'}],
  ['desk', {account: {title: 'Desk phone'}}],
]);

const waysOf = (connectors: readonly string[], offers: readonly ConnectorOffer[]) => possibleWays({connectors, offers, known: REGISTERED});
const namesOf = (connectors: readonly string[], offers: readonly ConnectorOffer[]): string[] => waysOf(connectors, offers).map(({name}) => name);

describe('the ways to call that are looked at', () => {
  it('are the page’s where no admin has said anything', () => {
    assert.deepEqual(namesOf(['peerjs', 'meet'], []), ['peerjs', 'meet']);
  });

  it('are no more than the page’s once an admin has saved the whole table', () => {
    // The table lists whatever the admin's page has registered.
    const saved = [offer('peerjs'), offer('meet'), offer('desk')];
    assert.deepEqual(namesOf(['peerjs'], saved), ['peerjs']);
    assert.deepEqual(namesOf(['peerjs', 'desk'], saved), ['peerjs', 'desk']);
  });

  it('are in the admin’s order, and after them those of which the admin does not know', () => {
    assert.deepEqual(namesOf(['peerjs', 'own', 'meet'], [offer('meet'), offer('peerjs')]), ['meet', 'peerjs', 'own']);
  });

  it('are without those that the admin switched off, whoever names them', () => {
    assert.deepEqual(namesOf(['peerjs', 'meet'], [offer('meet', {active: false}), offer('rooms', {active: false, settings: {url: '/r'}})]), ['peerjs']);
  });

  it('are with the admin’s own pages, which need no more than an address', () => {
    const [rooms] = waysOf([], [offer('rooms', {title: 'Rooms', settings: {url: '/r/{account}'}}), offer('empty', {settings: {url: ''}})]);
    assert.deepEqual(rooms, {name: 'rooms', title: 'Rooms', url: '/r/{account}', needsAccount: true});
    assert.equal(waysOf([], [offer('empty', {settings: {url: ''}})]).length, 0);
  });

  it('have the admin’s title, else the page’s, and the page’s code goes before the admin’s address', () => {
    const settings = {url: 'https://meet.example.org'};
    assert.deepEqual(waysOf(['meet'], [offer('meet', {title: 'Rooms', settings})]), [{name: 'meet', title: 'Rooms', url: undefined, needsAccount: false}]);
    assert.deepEqual(waysOf(['meet', 'meet'], []), [{name: 'meet', title: 'Meet', url: undefined, needsAccount: false}]);
  });
});
