// The installed packages live outside this folder: load(NAME) finds them. The peer's address and ports come with it.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(process.env.NODE_STATE + '/');
export const load = name => import(pathToFileURL(require.resolve(name)));
export const folder = process.env.PEER_DIR + '/';
export const host = process.env.PEER_HOST;
export const ports = [process.env.PEER_PORT, process.env.PEER_PORT2, process.env.PEER_PORT3].map(Number);
