// Compiles escrow/escrow.tolk and writes build/escrow.json; with --check it only compares and fails on a difference.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTolkCompiler } from '@ton/tolk-js';

const here = dirname(fileURLToPath(import.meta.url));
const artifact = join(here, 'build', 'escrow.json');

const result = await runTolkCompiler({
    entrypointFileName: 'escrow.tolk',
    fsReadCallback: (path) => readFileSync(join(here, 'escrow', path), 'utf8'),
});
if (result.status === 'error') {
    console.error(result.message);
    process.exit(1);
}
const built = JSON.stringify({
    tolk: result.tolkVersion,
    code_hash: result.codeHashHex.toLowerCase(),
    code_boc: result.codeBoc64,
}, null, 2) + '\n';

if (process.argv.includes('--check')) {
    if (readFileSync(artifact, 'utf8') !== built) {
        console.error('build/escrow.json is not what the sources compile to: run "npm run build"');
        process.exit(1);
    }
} else if (process.argv.includes('--fift')) {
    process.stdout.write(result.fiftCode);
} else {
    writeFileSync(artifact, built);
}
process.stderr.write(`tolk ${result.tolkVersion}, code hash ${result.codeHashHex.toLowerCase()}\n`);
