/** Why a source gave nothing, and what helps. No sentence names an account, a secret or an address. */
const SENTENCES = {
  'twilio-refused': 'Twilio refused the credentials. Check the Account SID and the Auth Token, and that the account is active.',
  'twilio-limited': 'Twilio limits how often this account may ask. It is asked again later.',
  'twilio-failed': 'Twilio answered with an error of its own. It is asked again later.',
  'twilio-garbage': 'Twilio answered something that is no list of ICE servers. A proxy in between may have answered instead.',
  'twilio-missing': 'A test needs an Account SID, which is AC and 32 hexadecimal digits, and an Auth Token.',
  timeout: 'No answer came in time. Check the connection of this server to the Internet.',
  unreachable: 'The connection was refused or broke off. Check the DNS, the firewall and the proxy of this server.',
} as const;

export type IceFailureCode = keyof typeof SENTENCES;

/** Carries no cause: the errors of HTTP libraries hold the request, and with it the credentials. */
export class IceSourceError extends Error {
  override readonly name = 'IceSourceError';

  constructor(readonly code: IceFailureCode) {
    super(SENTENCES[code]);
  }
}

/** For a source that took too long. */
export const timedOut = (): never => {
  throw new IceSourceError('timeout');
};
