import { type Article, newId } from "../model/article";
import { readArticle } from "../schema/article";
import { DropLog, fieldsOf } from "../schema/dropped";
import { CHANNEL } from "../storage/names";
import { articles, chosen } from "./library";

/**
 * Each web page that a bookmarklet sends opens a tab of its own, and two articles have to come into one.
 * So a tab with a single article asks the other tabs of this page, and one that has a single article as
 * well hands over a copy. What is said here stays in the browser.
 */
type Message = { is: "ask" } | { is: "article"; article: unknown };

const only = (): Article | null => {
  const [one, ...more] = articles.peek();
  return one && more.length === 0 ? one : null;
};

let channel: BroadcastChannel | null = null;

/** What is said on the channel may come from another edition of the page. */
function hear({ data }: MessageEvent<unknown>): void {
  const [mine, heard] = [only(), fieldsOf(data)];
  if (!mine) return;
  if (heard.is === "ask") {
    const { id, alternative, ...article } = mine;
    channel?.postMessage({ is: "article", article } satisfies Message);
  }
  const isAnswer = heard.is === "article" && asking;
  const article = isAnswer ? readArticle(heard.article, new DropLog()) : null;
  if (!article || article.text === mine.text) return;
  asking = false;
  const theirs = { ...article, id: newId(), alternative: null };
  articles.value = [theirs, mine];
  chosen.value = { left: theirs.id, right: mine.id };
}

/** Whether this tab has asked and nobody has answered. */
let asking = false;

/** Answers other tabs from now on. Pages from disk need not: no bookmarklet opens them. */
export function listenToTabs(): void {
  if (!/^https?:$/.test(location.protocol) || typeof BroadcastChannel === "undefined") return;
  channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = hear;
}

/** Asks the other tabs for the article that waits for this one. */
export function askTabs(): void {
  if (!only()) return;
  asking = true;
  channel?.postMessage({ is: "ask" } satisfies Message);
}
