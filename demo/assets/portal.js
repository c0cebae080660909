// What the portal's pages do besides being pages. None of it is needed for calls.
import './chat.js';
import './connectors.js';
import './mini-chat.js';
import './person-card.js';
