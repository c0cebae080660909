// The portal's service worker. It could do more; for calls, this line is enough.
importScripts('/cdn/call-elements-worker.js');
