// The real TVM of @ton/sandbox behind stdio: one JSON request per line, one JSON answer per line. It keeps nothing:
// the account travels in the request and comes back in the answer.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const require = createRequire(new URL('../../contracts/', import.meta.url));
const { Address, beginCell, Cell, Dictionary, loadShardAccount, loadTransaction, parseTuple, storeShardAccount } =
    require('@ton/core');
const { Executor } = require('@ton/sandbox');
const { defaultConfig } = require('@ton/sandbox/dist/config/defaultConfig.js');

const executor = await Executor.create();
const configs = {
    default: defaultConfig,
    sixth: priced(defaultConfig, [1n, 6n], [1n, 6n]),
    'dear gas': priced(defaultConfig, [20n, 1n], [1n, 1n]),
    'dear postage': priced(defaultConfig, [1n, 1n], [100n, 1n]),
};
const nothing = beginCell()
    .store(storeShardAccount({ account: null, lastTransactionHash: 0n, lastTransactionLt: 0n })).endCell();

// The same network with other prices of gas and of forwarding (storage is left as it is).
function priced(config, gas, forwarding) {
    const params = Dictionary.loadDirect(Dictionary.Keys.Int(32), Dictionary.Values.Cell(), Cell.fromBase64(config));
    params.set(21, scaled(params.get(21), gas, [8 + 64, 8 + 64 + 64 + 8]));             // flat price, price
    params.set(25, scaled(params.get(25), forwarding, [8, 8 + 64, 8 + 64 + 64]));      // lump, bit and cell price
    return beginCell().storeDictDirect(params, Dictionary.Keys.Int(32), Dictionary.Values.Cell()).endCell()
        .toBoc().toString('base64');
}

function scaled(cell, [times, parts], offsets) {
    const source = cell.beginParse();
    const result = beginCell();
    for (const offset of offsets) {
        result.storeBits(source.loadBits(offset - result.bits));
        result.storeUint(source.loadUintBig(64) * times / parts, 64);
    }
    return result.storeSlice(source).endCell();
}

const decode = (text) => Cell.fromBase64(text);
const encode = (cell) => cell.toBoc().toString('base64');
const account = (text) => (text ? decode(text) : nothing);

function outgoing(message) {
    const { dest, value, bounce, bounced, forwardFee } = message.info;
    return {
        to: dest.toRawString(), value: value.coins, bounce, bounced, forward_fee: forwardFee, body: encode(message.body),
    };
}

function phases({ storagePhase, computePhase, actionPhase, aborted }) {
    const ran = computePhase?.type === 'vm';
    return {
        exit_code: ran ? computePhase.exitCode : null,
        gas: ran ? computePhase.gasUsed : 0n,
        gas_fee: ran ? computePhase.gasFees : 0n,
        action_code: actionPhase ? actionPhase.resultCode : null,
        storage_fee: storagePhase ? storagePhase.storageFeesCollected : 0n,
        aborted,
    };
}

function described(shardAccount) {
    const found = loadShardAccount(decode(shardAccount).beginParse()).account;
    const state = found?.storage.state;
    const active = state?.type === 'active' ? state.state : null;
    return {
        account: shardAccount,
        balance: found ? found.storage.balance.coins : 0n,
        status: state ? state.type : 'none',
        code: active ? encode(active.code) : null,
        data: active ? encode(active.data) : null,
        bits: found ? found.storageStats.used.bits : 0n,
        cells: found ? found.storageStats.used.cells : 0n,
    };
}

async function run({ config, account: before, message, now, lt }) {
    const { result } = await executor.runTransaction({
        config: configs[config], libs: null, verbosity: 'short', shardAccount: encode(account(before)),
        message: decode(message), now, lt: BigInt(lt), randomSeed: Buffer.alloc(32), ignoreChksig: false,
        debugEnabled: false,
    });
    if (!result.success) throw new Error(result.error);
    const transaction = loadTransaction(decode(result.transaction).beginParse());
    return {
        ...described(result.shardAccount),
        ...phases(transaction.description),
        total_fees: transaction.totalFees.coins,
        out: transaction.outMessages.values().map(outgoing),
    };
}

function item(entry) {
    if (entry.type === 'int') return entry.value;
    return entry.cell.beginParse().loadAddress().toRawString();
}

async function get({ config, account: from, address, method_id: methodId, now }) {
    const { code, data, balance } = described(from);
    const { output } = await executor.runGetMethod({
        code: decode(code), data: decode(data), methodId, stack: [], config: configs[config], verbosity: 'short',
        address: Address.parse(address), unixTime: now, balance, randomSeed: Buffer.alloc(32), gasLimit: 1_000_000n,
        debugEnabled: false,
    });
    if (!output.success) throw new Error(output.error);
    return { exit_code: output.vm_exit_code, stack: parseTuple(decode(output.stack)).map(item) };
}

const plain = (_, value) => (typeof value === 'bigint' ? Number(value) : value);
for await (const line of createInterface({ input: process.stdin })) {
    const request = JSON.parse(line);
    let answer;
    try {
        answer = await (request.verb === 'run' ? run(request) : get(request));
    } catch (error) {
        answer = { error: String(error.stack ?? error) };
    }
    process.stdout.write(JSON.stringify(answer, plain) + '\n');
}
