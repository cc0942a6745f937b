// Validates an unpacked data package: its description against the profiles of the specification, and every row of every
// table against its schema: types, constraints, primary and foreign keys.
//   node eng/datapackage/validate.mjs FOLDER
import path from 'node:path';
import datapackage from 'datapackage';

const folder = process.argv[2];
if (!folder) {
    console.error('Which folder? It is the one with datapackage.json.');
    process.exit(2);
}
let wrong = 0;
const complain = (where, failure) => {
    const failures = failure.errors?.length ? failure.errors : [failure];
    for (const { message } of failures) console.error(`${where}: ${message}`);
    wrong += failures.length;
};

const loaded = await datapackage.Package.load(path.join(folder, 'datapackage.json'), { basePath: folder });
if (!loaded.valid) complain('datapackage.json', loaded);
for (const resource of loaded.resources) {
    if (!resource.valid) complain(resource.name, resource);
    try {
        const rows = await resource.read({ relations: true });
        console.log(`${resource.name}: ${rows.length} rows`);
    } catch (failure) {
        complain(resource.name, failure);
    }
}
process.exit(wrong > 0 ? 1 : 0);
