// What the portal's pages do besides being pages. None of it is needed for calls.
import './chat.js';
import './connectors.js';
import './mini-chat.js';
import './notifications.js';
import './person-card.js';

// On a narrow screen the bar is longer than the screen.
document.querySelector('.bar [aria-current]')?.scrollIntoView({block: 'nearest', inline: 'center'});
