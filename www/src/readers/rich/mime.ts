import { CAPS } from "../../model/article";

/** Bytes that are looked through: the page comes first, and quoted it is three times as long. */
const LOOKED_THROUGH = 4 * CAPS.text;

/** The page in a MIME file, as browsers save one with its pictures (MHTML, RFC 2557): the first part that is HTML. */
export function pageOf(bytes: Uint8Array): string {
  const source = new TextDecoder("windows-1252")
    .decode(bytes.subarray(0, LOOKED_THROUGH))
    .replace(/\r\n/g, "\n");
  const boundary = source.match(/boundary="?([^"\n;]+)/i)?.[1];
  const parts = boundary ? source.split(`--${boundary}`) : [source];
  const part = parts.find((one) => /^content-type:\s*text\/html/im.test(one.slice(0, 1_000))) ?? "";
  const end = part.indexOf("\n\n");
  const head = part.slice(0, Math.max(0, end));
  const charset = head.match(/charset="?([\w:-]+)/i)?.[1] ?? "utf-8";
  return inCharset(unpacked(part.slice(end + 2), head), charset);
}

function unpacked(body: string, head: string): string {
  if (/transfer-encoding:\s*base64/i.test(head)) {
    try {
      return atob(body.replace(/[^\w+/=]/g, ""));
    } catch {
      return "";
    }
  }
  if (!/transfer-encoding:\s*quoted-printable/i.test(head)) return body;
  return body
    .replace(/=\n/g, "")
    .replace(/=([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Characters that stand for bytes, as text. */
function inCharset(text: string, charset: string): string {
  const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0));
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
