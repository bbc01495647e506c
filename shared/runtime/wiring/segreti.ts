/** The secrets of the connectors. */
import { SegretiSecretsManager } from "../../adapters/segreti/secrets-manager.ts";
import { config } from "../config/config.ts";
import { clock } from "./base.ts";

export const segreti = new SegretiSecretsManager(config.segreti, clock);
