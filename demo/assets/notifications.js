// Where notifications are allowed, a service worker brings Answer and Decline on them; without one they are only pressed as a whole.
const register = () => navigator.serviceWorker.register('/call-worker.js').catch(console.debug);

/** A page with a strict policy would have to allow the worker's address by a policy of its own for Trusted Types. */
const isStrict = new URL(location.href).searchParams.get('csp') === 'strict';

if ('serviceWorker' in navigator && 'permissions' in navigator && !isStrict) {
  const permission = await navigator.permissions.query({name: 'notifications'});
  const look = () => permission.state === 'granted' && register();
  permission.addEventListener('change', look);
  look();
}
