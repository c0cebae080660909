/** What is said of the menu of connectors, and of why a button cannot call. */
export interface MenuTerms {
  /** Opens the menu. */
  readonly waysToCall: (name: string) => string;
  /** A connector of ours that nobody gave a title. */
  readonly here: string;
  /** Said of a way to call that opens a page of somebody else's. */
  readonly opensPage: string;
  /** Added to what a press does: `hint` is "Video call to Bob", say. */
  readonly hintWith: (hint: string, connector: string) => string;
  readonly callsOff: string;
  readonly noWay: string;
  readonly offline: string;
  /** The label while another window of this browser has the call with this person. */
  readonly inCall: string;
  readonly showWindow: string;
  /** Said where this tab cannot bring it to the front. */
  readonly inOtherWindow: string;
  readonly inOtherTab: string;
}

export const enMenu: MenuTerms = {
  waysToCall: (name) => `Ways to call ${name}`,
  here: 'On this page',
  opensPage: 'Opens a page of its own',
  hintWith: (hint, connector) => `${hint} – ${connector}`,
  callsOff: 'Calls are switched off at the moment',
  noWay: 'There is no way to call this person',
  offline: 'There is no connection to the call service at the moment',
  inCall: 'In call',
  showWindow: 'You are in this call in another window. Press to show it.',
  inOtherWindow: 'You are in this call in another window.',
  inOtherTab: 'You are in this call in another tab.',
};
