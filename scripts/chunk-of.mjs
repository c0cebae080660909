// Which chunk of the CDN build a module goes into; rollup itself would make eight small ones of what belongs together.
const PEERJS = /node_modules\/(peerjs|peerjs-js-binarypack|@msgpack|eventemitter3)\/|webrtc-adapter-stub/;
const REST = /\/cdn\.js$/;
/** With the button of whoever is signed in; a call has these words from there. */
const BUTTON = /\/(button-more|badge\.styles|en-presence)\.js$/;
/** Small things of the pipe that others need, too. */
const SMALL = /\/back-off\.js$/;
const VIEWS = /\/(window|incoming|toggle)-view\.js$/;
/** What people open by themselves, and perhaps without any call. */
const PANELS = /\/(admin|im-accounts|call-log|status)-view\.js$/;
const ENGINE = /\/browser-engine\.js$/;
const CONNECTORS = [/\/(?:peerjs-connector|signed-in)\.js$/, /\/local-connector\.js$/];

/** All that a page loads at once with the modules of that name. */
const closure = (pattern, {getModuleIds, getModuleInfo}) => {
  const found = new Set();
  const visit = (id) => {
    if (found.has(id)) return;
    found.add(id);
    getModuleInfo(id)?.importedIds.forEach(visit);
  };
  [...getModuleIds()].filter((id) => pattern.test(id)).forEach(visit);
  return found;
};

/**
 * All that only a call shows is one chunk, which its engine brings along; what connectors share with others is another: fewer
 * requests, and a tenth less to load in all. PeerJS is alone in its chunk, so that what we load of it, and what we add, stay countable.
 */
export const chunkOf = (id, graph) => {
  if (PEERJS.test(id)) return 'peerjs-library';
  if (closure(REST, graph).has(id)) return 'cdn';
  if (BUTTON.test(id)) return 'button-more';
  if (SMALL.test(id)) return 'shared';
  const views = closure(VIEWS, graph);
  const connectors = CONNECTORS.map((pattern) => closure(pattern, graph)).filter((part) => part.has(id));
  if (!connectors.length && !views.has(id)) return undefined;
  // How all of them look: a page of settings shows no call, and need not load its window.
  if (!connectors.length) return closure(PANELS, graph).has(id) ? 'look' : 'views';
  const isShared = connectors.length > 1 || views.has(id) || closure(ENGINE, graph).has(id);
  return isShared ? 'shared' : undefined;
};
