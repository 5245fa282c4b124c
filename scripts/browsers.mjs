// Finds the browsers and their drivers: an environment variable first, then the PATH, then the
// places where desktops keep them. Nothing is ever downloaded.
//
//   node scripts/browsers.mjs                what was found; fails and says what to do if some is missing
//   node scripts/browsers.mjs chromedriver   the path of one of them
//   node scripts/browsers.mjs webdriver      writes target/webdriver.json for the boundary tests
//   node scripts/browsers.mjs webkit         fails if something is missing that the tests in WebKit need

import { execFileSync } from "node:child_process";
import {
  accessSync,
  constants,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { argv, env, exit, stderr, stdout } from "node:process";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

// `folder` names a variable that some CI machines set to the folder of the driver.
const PROGRAMS = {
  chromium: {
    variable: "CHROME_BIN",
    names: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"],
    places: [
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/opt/google/chrome/chrome",
    ],
    help: "install Chromium or Chrome (Debian: apt-get install chromium), or set CHROME_BIN to its program",
  },
  chromedriver: {
    variable: "CHROMEDRIVER",
    folder: "CHROMEWEBDRIVER",
    names: ["chromedriver"],
    places: ["/usr/lib/chromium/chromedriver", "/usr/lib/chromium-browser/chromedriver"],
    help:
      "install the chromedriver of your Chromium's version (Debian: apt-get install chromium-driver; " +
      "elsewhere: npx @puppeteer/browsers install chromedriver@VERSION), or set CHROMEDRIVER to it",
  },
  firefox: {
    variable: "FIREFOX_BIN",
    names: ["firefox-esr", "firefox"],
    places: ["/Applications/Firefox.app/Contents/MacOS/firefox", "/usr/lib/firefox-esr/firefox-esr"],
    help: "install Firefox (Debian: apt-get install firefox-esr), or set FIREFOX_BIN to its program",
  },
  geckodriver: {
    variable: "GECKODRIVER",
    folder: "GECKOWEBDRIVER",
    names: ["geckodriver"],
    places: [join(homedir(), ".cargo/bin/geckodriver"), join(ROOT, ".tools/bin/geckodriver")],
    help: "run scripts/setup.sh test, or: cargo install geckodriver --version 0.37.1 --locked, or set GECKODRIVER to it",
  },
};

/** Where systems keep what a package has for itself: `/usr/lib/x86_64-linux-gnu`, say. */
const libraries = () => {
  try {
    return ["/usr/libexec", ...readdirSync("/usr/lib").map((name) => join("/usr/lib", name)), "/usr/lib"];
  } catch {
    return [];
  }
};

const WEBKIT_HELP =
  "install WebKitGTK's driver and a screen for it (Debian: apt-get install webkit2gtk-driver xvfb)";

/** What the smoke flow in WebKit needs. Without it that is skipped, for not every system has it. */
const WEBKIT = {
  webkitdriver: { variable: "WEBKITDRIVER", names: ["WebKitWebDriver"], places: [], help: WEBKIT_HELP },
  minibrowser: {
    variable: "MINIBROWSER",
    names: ["MiniBrowser"],
    places: libraries().flatMap((folder) =>
      ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"].map((name) => join(folder, name, "MiniBrowser")),
    ),
    help: WEBKIT_HELP,
  },
  xvfb: { variable: "XVFB", names: ["Xvfb"], places: [], help: WEBKIT_HELP },
};
Object.assign(PROGRAMS, WEBKIT);

/** What of WEBKIT is missing, and what to do; null when all is there. */
export function whyNoWebkit() {
  const missing = Object.keys(WEBKIT).filter((program) => !find(program));
  return missing.length > 0 ? `no ${missing.join(", ")}: ${WEBKIT_HELP}` : null;
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** The path of one of the PROGRAMS, or undefined. A variable that is set is never overruled. */
export function find(program) {
  const { variable, folder, names, places } = PROGRAMS[program];
  if (env[variable]) return isProgram(env[variable]) ? env[variable] : undefined;
  const folders = [env[folder], ...(env.PATH ?? "").split(delimiter)].filter(Boolean);
  const candidates = names.flatMap((name) => folders.map((each) => join(each, name)));
  return [...candidates, ...places].find(isProgram);
}

/** The path of one of the PROGRAMS; throws with what to do when there is none. */
export function need(program) {
  const found = find(program);
  if (found) return found;
  const { variable, help } = PROGRAMS[program];
  const wrong = env[variable] ? `${variable} is ${env[variable]}, which is no program; ` : "";
  throw new Error(`${program} is missing: ${wrong}${help}`);
}

/** Flags for a browser without a screen that talks to nobody; the sandbox does not start for root. */
export const CHROMIUM_FLAGS = capabilities()["goog:chromeOptions"].args;

function capabilities() {
  return JSON.parse(readFileSync(join(ROOT, "webdriver.json"), "utf8"));
}

/** webdriver.json with the programs of this machine filled in, as a file: its path. */
function writeWebdriver() {
  const filled = capabilities();
  filled["goog:chromeOptions"].binary = need("chromium");
  filled["moz:firefoxOptions"].binary = need("firefox");
  const path = join(ROOT, "target/webdriver.json");
  mkdirSync(join(ROOT, "target"), { recursive: true });
  writeFileSync(path, JSON.stringify(filled, null, 2));
  return path;
}

function version(path) {
  const line = execFileSync(path, ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  return line.split("\n")[0].trim();
}

function report() {
  const missing = [];
  const versions = {};
  for (const program of Object.keys(PROGRAMS)) {
    if (program in WEBKIT) continue;
    try {
      const path = need(program);
      versions[program] = version(path);
      stdout.write(`${program}: ${path} (${versions[program]})\n`);
    } catch (error) {
      missing.push(error.message);
    }
  }
  const without = whyNoWebkit();
  stdout.write(without ? `WebKit is not tested: ${without}\n` : `minibrowser: ${find("minibrowser")}\n`);
  const major = (program) => versions[program]?.match(/(\d+)\./)?.[1];
  if (major("chromium") && major("chromedriver") && major("chromium") !== major("chromedriver")) {
    missing.push(`chromedriver is for version ${major("chromedriver")}: ${PROGRAMS.chromedriver.help}`);
  }
  for (const line of missing) stderr.write(`${line}\n`);
  return missing.length === 0;
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const command = argv[2];
  try {
    if (!command) exit(report() ? 0 : 1);
    if (command === "webkit") exit(whyNoWebkit() ? 1 : 0);
    stdout.write(`${command === "webdriver" ? writeWebdriver() : need(command)}\n`);
  } catch (error) {
    stderr.write(`${error.message}\n`);
    exit(1);
  }
}
