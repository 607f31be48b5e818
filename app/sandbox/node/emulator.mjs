// The official TON Virtual Machine (`@ton/sandbox`) as a child process: one JSON request per line in, one answer per
// line out, in order. It keeps no state: whoever asks sends the account and gets the account back.
// Argument: the package.json whose node_modules hold @ton/sandbox.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const require = createRequire(process.argv[2]);
const { Executor } = require('@ton/sandbox');
const { Address, Cell, parseTuple } = require('@ton/core');
const { slimConfig } = require('@ton/sandbox/dist/config/slimConfig.js');
const executor = await Executor.create();

const operations = {
  async config() {
    return { config: slimConfig };
  },
  async transaction({ account, message, now, lt, seed, ignore_signature }) {
    const { result } = await executor.runTransaction({
      config: slimConfig, libs: null, verbosity: 'short', shardAccount: account, message: Cell.fromBase64(message),
      now, lt: BigInt(lt), randomSeed: Buffer.from(seed, 'hex'), ignoreChksig: ignore_signature, debugEnabled: false,
    });
    if (result.success) return { transaction: result.transaction, account: result.shardAccount };
    return { rejected: result.error, exit_code: result.vmResults?.vmExitCode ?? null };
  },
  async get_method({ code, data, method_id, stack, address, now, balance }) {
    const { output } = await executor.runGetMethod({
      code: Cell.fromBase64(code), data: Cell.fromBase64(data), methodId: method_id,
      stack: parseTuple(Cell.fromBase64(stack)), config: slimConfig, verbosity: 'short', address: Address.parse(address),
      unixTime: now, balance: BigInt(balance), randomSeed: Buffer.alloc(32), gasLimit: 1000000n, debugEnabled: false,
    });
    if (!output.success) throw new Error(output.error);
    return { stack: output.stack, gas_used: Number(output.gas_used), exit_code: output.vm_exit_code };
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const { operation, ...args } = JSON.parse(line);
  let answer;
  try {
    answer = await operations[operation](args);
  } catch (error) {
    answer = { failure: String(error?.message ?? error) };
  }
  process.stdout.write(JSON.stringify(answer) + '\n');
}
