// The packages of the lock file lie outside the sources, where Node does not look by itself: the test says where.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const find = createRequire(join(process.env.CTI_TRAY_NODE, 'package.json'));

export const loadProvider = () => import(find.resolve('oidc-provider'));
export const loadPlaywright = () => find('playwright-core');
