// The official npm client against the sandbox, unmodified. Argument: the package.json beside its node_modules, the
// JSON-RPC endpoint. It prints its wallets' addresses, reads the escrow's cells as one line, plays, prints what it saw.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const require = createRequire(process.argv[2]);
const { TonClient, WalletContractV4, WalletContractV5R1, internal, SendMode } = require('@ton/ton');
const { Address, Cell, loadStateInit } = require('@ton/core');
const { keyPairFromSeed } = require('@ton/crypto');

const client = new TonClient({ endpoint: process.argv[3] });
const advertiserKey = keyPairFromSeed(Buffer.alloc(32, 1));
const controllerKey = keyPairFromSeed(Buffer.alloc(32, 2));
const advertiser = client.open(WalletContractV4.create({ workchain: 0, publicKey: advertiserKey.publicKey }));
const controller = client.open(WalletContractV5R1.create({ workchain: 0, publicKey: controllerKey.publicKey }));
console.log(JSON.stringify({ advertiser: advertiser.address.toRawString(), controller: controller.address.toRawString() }));

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const deal = JSON.parse((await lines.next()).value);
const escrow = Address.parse(deal.address);
const init = loadStateInit(Cell.fromBase64(deal.state_init).beginParse());
const seen = { deployed_before: await client.isContractDeployed(escrow) };

const send = (wallet, key, seqno, value, body, stateInit) => wallet.sendTransfer({
  seqno, secretKey: key.secretKey, sendMode: SendMode.PAY_GAS_SEPARATELY,
  messages: [internal({ to: escrow, value: BigInt(value), bounce: true, init: stateInit, body: Cell.fromBase64(body) })],
});
const state = async () => (await client.runMethod(escrow, 'get_state')).stack.readNumber();

await send(advertiser, advertiserKey, 0, deal.deposit_nano, deal.deposit_body, init);
seen.advertiser_seqno = await advertiser.getSeqno();
seen.funded = await state();
seen.balance = (await client.getBalance(escrow)).toString();
seen.required = (await client.runMethod(escrow, 'get_required_deposit')).stack.readBigNumber().toString();
const terms = (await client.runMethod(escrow, 'get_terms')).stack;
seen.terms_items = terms.remaining;

await send(controller, controllerKey, 0, deal.action_nano, deal.release_body);
seen.released = await state();
seen.owner_balance = (await client.getBalance(Address.parse(deal.owner))).toString();
const transactions = await client.getTransactions(escrow, { limit: 10 });
seen.exit_codes = transactions.map((item) => item.description.computePhase.exitCode);
const older = await client.getTransactions(escrow, {
  limit: 10, lt: transactions[0].lt.toString(), hash: transactions[0].hash().toString('base64'),
});
seen.older = older.length;
const found = await client.tryLocateResultTx(advertiser.address, escrow, transactions[1].inMessage.info.createdLt.toString());
seen.located = found.hash().equals(transactions[1].hash());
try {
  await send(controller, controllerKey, 0, deal.action_nano, deal.release_body);
  seen.replay = 'accepted';
} catch (error) {
  seen.replay = { status: error.response?.status, error: error.response?.data?.error };
}
const account = await client.getContractState(escrow);
seen.state = account.state;
seen.unknown_method = (await client.runMethodWithError(escrow, 'no_such_method')).exit_code;
const { latestSeqno } = await client.getMasterchainInfo();
const shards = await client.getWorkchainShards(latestSeqno);
seen.block_transactions = (await client.getShardTransactions(0, shards[0].seqno, shards[0].shard)).length;
const transfer = controller.createTransfer({ seqno: 1, secretKey: controllerKey.secretKey, sendMode: 3, messages: [] });
const fees = await client.estimateExternalMessageFee(controller.address, {
  body: transfer, initCode: null, initData: null, ignoreSignature: true,
});
seen.gas_fee = fees.source_fees.gas_fee;
console.log(JSON.stringify(seen));
process.exit(0);
