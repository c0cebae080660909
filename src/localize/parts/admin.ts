/** What is said of the administration. */
export interface AdminTerms {
  readonly connectors: string;
  readonly connectorsHint: string;
  readonly connector: string;
  readonly active: string;
  readonly settings: string;
  readonly settingsOf: (name: string) => string;
  readonly offer: (name: string) => string;
  readonly moveUp: (name: string) => string;
  readonly moveDown: (name: string) => string;
  readonly noConnectors: string;
  /** A connector of ours that nobody gave a title. */
  readonly here: string;
  readonly addConnector: string;
  readonly connectorName: string;
  readonly connectorNameHint: string;
  readonly connectorNameFault: string;
  readonly connectorTwice: string;
  readonly connectorTitle: string;
  readonly connectorUrl: string;
  readonly connectorUrlHint: string;
  readonly connectorUrlFault: string;
  readonly removeThis: (name: string) => string;
  readonly removeQuestion: (name: string) => string;
  readonly servers: string;
  readonly serversHint: string;
  readonly server: (number: number) => string;
  readonly noServers: string;
  readonly addServer: string;
  readonly url: string;
  readonly urlHint: string;
  readonly username: string;
  readonly credential: string;
  readonly optional: string;
  readonly show: string;
  readonly hide: string;
  readonly enabled: string;
  readonly test: string;
  readonly testOf: (name: string) => string;
  readonly testing: string;
  readonly faults: Readonly<Record<'empty' | 'scheme' | 'secret' | 'form' | 'transport' | 'credentials', string>>;
  readonly warnings: Readonly<Record<'no-turn' | 'public-stun' | 'many' | 'plain-turn', string>>;
  /** What a test of an ICE server found. `type` is relay or srflx. */
  readonly found: (found: {type: string; protocol: string; ms: number}) => string;
  readonly failures: {
    readonly refused: string;
    readonly timeout: string;
    readonly unreachable: string;
    readonly certificate: string;
    readonly unusable: string;
    readonly silent: string;
    readonly same: string;
    readonly other: (code: number, text: string) => string;
  };
  readonly inUse: (source: string) => string;
  readonly notInUse: (source: string) => string;
  readonly none: string;
  readonly sources: {readonly twilio: string; readonly coturn: string; readonly list: string; readonly none: string};
  readonly sourceStates: {readonly off: string; readonly ready: string; readonly failing: string; readonly paused: string};
  readonly details: string;
  readonly twilio: string;
  readonly twilioHint: string;
  readonly twilioEnabled: string;
  readonly accountSid: string;
  readonly accountSidFault: string;
  readonly authToken: string;
  readonly authTokenKept: string;
  readonly authTokenForget: string;
  readonly authTokenForgotten: string;
  readonly twilioGood: (ms: number) => string;
  /** By the server's own codes. */
  readonly twilioFailures: Readonly<Record<string, string>>;
  readonly policy: string;
  readonly policyHint: string;
  readonly mayCall: string;
  readonly everyone: string;
  readonly nobody: string;
  readonly ringTimeout: string;
  readonly ipPrivacy: string;
  readonly ipPrivacies: {readonly 'until-accept': string; readonly always: string; readonly off: string};
  readonly ringWhileDoNotDisturb: string;
  readonly callLogDays: string;
  readonly range: (least: number, most: number) => string;
}

export const enAdmin: AdminTerms = {
  connectors: 'Connectors',
  connectorsHint: 'The ways to call that people are offered, in this order. A switch takes effect at once, on open pages too.',
  connector: 'Connector',
  active: 'Active',
  settings: 'Settings',
  settingsOf: (name) => `Settings of ${name}`,
  offer: (name) => `Offer ${name}`,
  moveUp: (name) => `Move ${name} up`,
  moveDown: (name) => `Move ${name} down`,
  noConnectors: 'Nothing is set here: people are offered what each page names.',
  here: 'Calls on the page itself',
  addConnector: 'Add a connector',
  connectorName: 'Name, as pages write it',
  connectorNameHint: 'Small letters, digits and hyphens: jitsi',
  connectorNameFault: 'A name is of small letters, digits and hyphens, and begins with a letter.',
  connectorTwice: 'This name is in the list already.',
  connectorTitle: 'Title, as people read it',
  connectorUrl: 'Address of a meeting page',
  connectorUrlHint: 'For a connector that opens a page: https://meet.example.org/{id}',
  connectorUrlFault: 'An address begins with https://',
  removeThis: (name) => `Remove ${name}`,
  removeQuestion: (name) => `Remove ${name}?`,
  servers: 'ICE servers',
  serversHint: 'STUN and TURN servers help calls through networks. Browsers use them in this order.',
  server: (number) => `Server ${number}`,
  noServers: 'No servers in this list.',
  addServer: 'Add a server',
  url: 'Address',
  urlHint: 'stun:, stuns:, turn: or turns:, such as turn:turn.example.org:3478. Several of one server with spaces between.',
  username: 'User name',
  credential: 'Credential',
  optional: 'for TURN',
  show: 'Show',
  hide: 'Hide',
  enabled: 'Enabled',
  test: 'Test',
  testOf: (name) => `Test ${name} from this browser`,
  testing: 'Testing…',
  faults: {
    empty: 'Enter an address.',
    scheme: 'An address begins with stun:, stuns:, turn: or turns:',
    secret: 'User name and credential do not belong into the address.',
    form: 'An address is written like turn:example.org:3478',
    transport: 'Only turn: and turns: know a transport.',
    credentials: 'A TURN server needs a user name and a credential.',
  },
  warnings: {
    'no-turn': 'No TURN server is enabled in this list. By this list alone, about one call in five across networks finds no way.',
    'public-stun': 'A public STUN server of somebody else learns the address of everyone who calls. In production, use one of your own.',
    many: 'More than four servers make browsers slow to connect. Two or three are plenty.',
    'plain-turn': 'Only plain turn: is offered. Networks that block it let turns: on port 443 through.',
  },
  found: ({type, protocol, ms}) => `${type === 'relay' ? 'Relays' : 'Answers'}: candidate ${type} over ${protocol.toUpperCase()}, after ${ms} ms.`,
  failures: {
    refused: 'The server answered 401: it does not take this user name and credential. Compare its secret, and the clocks.',
    timeout: 'Timeout: the server did not answer. Check host, port and firewall.',
    unreachable: 'The server cannot be reached: the host is unknown, or the connection is refused. Check host, port and firewall.',
    certificate: 'No TLS connection came about. Check the server’s certificate (name, date, chain), its port, and the firewall.',
    unusable: 'This browser does not take this address.',
    silent: 'Nothing came. This browser does not say why: the server may have refused, or did not answer.',
    same: 'No error came, and no address that this browser does not have anyway: there is no NAT between it and the server.',
    other: (code, text) => `The server answered ${code}: ${text}`,
  },
  inUse: (source) => `In use now: ${source}.`,
  notInUse: (source) => `This list is not in use now: ${source} comes first.`,
  none: 'No source gives any servers now. Calls across networks may fail.',
  sources: {twilio: 'Twilio', coturn: 'the TURN server of the server’s configuration', list: 'this list', none: 'none'},
  sourceStates: {off: 'off', ready: 'ready', failing: 'fails', paused: 'left alone for a while, after failures'},
  details: 'Why',
  twilio: 'Twilio',
  twilioHint: 'TURN servers of Twilio come first, where an account is set. The Auth Token stays on the server and is never shown again.',
  twilioEnabled: 'Use Twilio',
  accountSid: 'Account SID',
  accountSidFault: 'An Account SID is AC and 32 digits from 0 to 9 and a to f.',
  authToken: 'Auth Token',
  authTokenKept: 'Stored. Leave this empty to keep it.',
  authTokenForget: 'Forget the stored token',
  authTokenForgotten: 'The stored token is forgotten when you save.',
  twilioGood: (ms) => `Twilio answers, after ${ms} ms.`,
  twilioFailures: {
    'twilio-refused': 'Twilio refused these. Check the Account SID and the Auth Token, and that the account is active.',
    'twilio-limited': 'Twilio limits how often this account may ask. Try again later.',
    'twilio-failed': 'Twilio answered with an error of its own. Try again later.',
    'twilio-garbage': 'What came is no list of ICE servers. See whether a proxy answers in Twilio’s place.',
    'twilio-missing': 'Enter both, the Account SID and the Auth Token.',
    timeout: 'Twilio did not answer in time. Check the server’s connection to the Internet.',
    unreachable: 'Twilio cannot be reached. Check DNS, firewall and proxy of the server.',
  },
  policy: 'Calls',
  policyHint: 'For everyone. What a page says itself about time and addresses goes before this.',
  mayCall: 'Who may call',
  everyone: 'Everyone who is signed in',
  nobody: 'Nobody: calls are switched off',
  ringTimeout: 'Seconds that a call rings',
  ipPrivacy: 'Who sees the callee’s address',
  ipPrivacies: {
    'until-accept': 'The caller, once it is answered',
    always: 'Nobody: every call is relayed, by TURN',
    off: 'The caller, while it rings already',
  },
  ringWhileDoNotDisturb: 'Ring aloud at people who do not want to be disturbed',
  callLogDays: 'Days for which ended calls are kept',
  range: (least, most) => `A whole number from ${least} to ${most}.`,
};
