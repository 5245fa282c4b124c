import { watchStart } from "./recovery";

watchStart();
