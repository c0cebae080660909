// Other ways to call than the portal's own. They are known to every page; a page offers those that its `connectors` names,
// unless an administrator has switched them off.
import {registerConnector} from '/cdn/call-elements.js';

/** A link-out: a press opens a meeting page. Jitsi, BigBlueButton and the like are used in this way. */
registerConnector('meet', async () => ({url: `${location.origin}/meet?room={id}`}), {title: 'Quayside Meet'});

/** One that reaches people by an account of theirs. */
registerConnector('deskphone', async () => ({url: `${location.origin}/meet?room={account}`}), {
  title: 'Desk phone',
  account: {
    title: 'Desk phone',
    placeholder: '4-digit extension',
    check: (id) => (/^\d{4}$/.test(id) ? undefined : 'An extension has four digits.'),
  },
});
