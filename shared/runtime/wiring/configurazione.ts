/** What writes the configuration of the installation. */
import { certificatiTls } from "../../adapters/tls/certificati.ts";
import { scritturaAnagrafiche } from "./anagrafiche.ts";

export const scritturaConfigurazione = { ...scritturaAnagrafiche, certificati: certificatiTls };
