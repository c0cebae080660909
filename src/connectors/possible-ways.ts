import type {ConnectorOffer} from '../types/connector-offer.js';
import type {ConnectorAbout} from './connector-registry.js';

/** A way to call that is to be looked at: it may still turn out not to be one. */
export interface PossibleWay {
  readonly name: string;
  /** Empty where nobody gave it one. */
  readonly title: string;
  /** The admin's template of a meeting page. */
  readonly url: string | undefined;
  /** The callee has to have an account of this name. */
  readonly needsAccount: boolean;
}

interface Given {
  /** Those that the page named, the one for calls out first. */
  readonly connectors: readonly string[];
  readonly offers: readonly ConnectorOffer[];
  /** Those that the page registered. */
  readonly known: ReadonlyMap<string, ConnectorAbout>;
}

/**
 * The page's connectors without those that the admin switched off, and those of the admin that need no more than an address;
 * the admin's in the admin's order, after them the page's. What a page registered and does not name is not offered there: an
 * admin's table lists it, and saving that table once would put it on every page.
 */
export const possibleWays = ({connectors, offers, known}: Given): readonly PossibleWay[] => {
  const urlOf = ({settings}: ConnectorOffer): string | undefined => {
    const {url} = settings;
    return typeof url === 'string' && url ? url : undefined;
  };
  const isUsable = (offer: ConnectorOffer): boolean => offer.active && (connectors.includes(offer.name) || urlOf(offer) !== undefined);
  const rest = connectors.filter((name) => !offers.some((offer) => offer.name === name));
  const names = [...offers.filter(isUsable).map(({name}) => name), ...rest];
  return [...new Set(names)].map((name) => {
    const offer = offers.find((one) => one.name === name);
    const about = known.get(name);
    // Code of the page knows more than an address.
    const url = offer && !about ? urlOf(offer) : undefined;
    const needsAccount = about?.account !== undefined || url?.includes('{account}') === true;
    return {name, title: offer?.title || about?.title || '', url, needsAccount};
  });
};
