// The one file that knows which SQLite is used. `@photostructure/sqlite` has the API of Node's own `node:sqlite` and
// carries its binaries in the package; on Node 22 and later this line may name `node:sqlite` instead.
export { DatabaseSync, type DatabaseSyncInstance as Database } from '@photostructure/sqlite';
