import type {Namespace} from './namespace.js';

export interface NatRules {
  /**
   * `cone` keeps a host's port towards everybody, and lets in only whom the host has written to; `symmetric` takes
   * another port for everybody the host writes to, so that what a STUN server saw is of no use to anybody else.
   */
  readonly mapping?: 'cone' | 'symmetric';
  /** What hosts may send out; everything else is dropped without a word, as firewalls do. */
  readonly lets?: 'everything' | 'tcp' | 'tcp-443' | 'nothing';
  /** Addresses that swallow what is sent to them, whatever else is let through. */
  readonly swallows?: readonly string[];
}

const LETS = {everything: 'accept', tcp: 'meta l4proto tcp accept', 'tcp-443': 'tcp dport 443 accept', nothing: 'drop'};

const ruleset = ({mapping = 'cone', lets = 'everything', swallows = []}: NatRules): string => `
table ip nat_rules {}
delete table ip nat_rules
table ip nat_rules {
  chain translate {
    type nat hook postrouting priority srcnat;
    oifname "wan" masquerade ${mapping === 'symmetric' ? 'fully-random' : ''}
  }
  chain through {
    type filter hook forward priority filter; policy drop;
    ${lets === 'nothing' ? 'drop' : ''}
    ${swallows.map((address) => `ip daddr ${address} drop\nip saddr ${address} drop`).join('\n')}
    iifname "wan" ct state established,related accept
    iifname "lan" ${LETS[lets]}
  }
  chain in {
    # A stranger's packet that is let in here would take the port that its host is about to use.
    type filter hook input priority filter; policy drop;
  }
}
`;

/** Gives a NAT other rules; what it knew of connections is forgotten only when `keep` is not said. */
export const setNat = async (nat: Namespace, rules: NatRules, {keep = false} = {}): Promise<void> => {
  await nat.run('nft', ['-f', '-'], {input: ruleset(rules)});
  // Exits badly when there was nothing to forget.
  if (!keep) await nat.run('conntrack', ['-F']).catch(() => undefined);
};
