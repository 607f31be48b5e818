// A small grammY bot. Reads the address of the API from its environment, prints one JSON line for each thing it sees.
import { Bot, InlineKeyboard, InputFile, webhookCallback } from "grammy";
import { createServer } from "node:http";

const { TOKEN, API, MODE, SECRET } = process.env;
const report = (event, facts = {}) => process.stdout.write(JSON.stringify({ event, ...facts }) + "\n");
const bot = new Bot(TOKEN, { client: { apiRoot: API } });
const keyboard = new InlineKeyboard().text("Press", "press").row().url("Shop", "https://shop.example/");

bot.command("start", (ctx) => ctx.reply(`<b>Hello</b> ${ctx.match}`, { parse_mode: "HTML", reply_markup: keyboard }));

bot.command("refused", async (ctx) => {
  const errors = [];
  const refused = (promise) => promise.catch((error) => errors.push(`${error.error_code} ${error.description}`));
  await refused(ctx.api.sendMessage(424242, "nobody"));
  await refused(ctx.api.forwardMessage(ctx.chat.id, "@coffee_daily", 999));
  await refused(ctx.api.sendMessage(ctx.chat.id, "<b>open", { parse_mode: "HTML" }));
  await ctx.reply(errors.join("\n"));
});

bot.command("publish", async (ctx) => {
  const picture = Buffer.from(ctx.match, "base64");
  const post = await ctx.api.sendPhoto("@coffee_daily", new InputFile(picture, "p.png"), { caption: "Post" });
  await ctx.api.editMessageCaption("@coffee_daily", post.message_id, { caption: "Edited" });
  const copy = await ctx.api.copyMessage(ctx.chat.id, "@coffee_daily", post.message_id);
  const admins = await ctx.api.getChatAdministrators("@coffee_daily");
  const album = await ctx.api.sendMediaGroup("@coffee_daily", [
    { type: "photo", media: new InputFile(picture), caption: "A" },
    { type: "photo", media: post.photo.at(-1).file_id },
  ]);
  await ctx.reply(`published ${post.message_id} copied ${copy.message_id} admins ${admins.length} album ${album.length}`);
});

bot.callbackQuery("press", async (ctx) => {
  await ctx.editMessageText("Pressed");
  await ctx.answerCallbackQuery({ text: "Done" });
});

bot.on("my_chat_member", (ctx) => report("member", { status: ctx.myChatMember.new_chat_member.status }));
bot.on("channel_post:text", (ctx) => report("post", { text: ctx.channelPost.text }));
bot.catch((error) => report("error", { text: String(error) }));

if (MODE === "webhook") {
  const server = createServer(webhookCallback(bot, "http", { secretToken: SECRET }));
  server.listen(0, "127.0.0.1", async () => {
    await bot.api.setWebhook(`http://127.0.0.1:${server.address().port}/hook`, { secret_token: SECRET });
    report("ready");
  });
} else {
  bot.start({ onStart: (me) => report("ready", { username: me.username }), allowed_updates: [] });
}
