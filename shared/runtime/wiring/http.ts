/** The client of every call that leaves, with the guard of this installation: it goes to the Internet, and to the internal hosts named by the setting. */
import { createHttpClient, type HttpClient } from "../../adapters/http/client.ts";
import { config } from "../config/config.ts";
import { clock } from "./base.ts";

export const createClient = (): HttpClient => createHttpClient({ clock, guardia: config.hostInterni });
