// The admin's side of the frame: hands session tokens to the app, and shows what it asks to be shown.
import { onAsked, readJson, sayHello } from './channel.js';
import './menu.js';
import './picker.js';
import './save-bar.js';
import './scopes.js';
import './title-bar.js';
import './toasts.js';

onAsked('id-token', async () => (await readJson('/_local/id-token', { method: 'POST' })).token);
onAsked('extensions', () => readJson('/_local/extensions'));
sayHello();
