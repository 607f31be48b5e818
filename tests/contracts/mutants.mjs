// Compiles the contract with one of its files replaced: one JSON request per line, one JSON answer per line.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const root = new URL('../../contracts/', import.meta.url);
const { runTolkCompiler } = createRequire(root)('@ton/tolk-js');

for await (const line of createInterface({ input: process.stdin })) {
    const { file, text } = JSON.parse(line);
    const result = await runTolkCompiler({
        entrypointFileName: 'escrow.tolk',
        fsReadCallback: (path) => (path === file ? text : readFileSync(new URL(`escrow/${path}`, root), 'utf8')),
    });
    const boc = result.status === 'error' ? null : result.codeBoc64;
    process.stdout.write(JSON.stringify({ code_boc: boc, message: result.message }) + '\n');
}
